package au.pip.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** What Spring is told. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    ApprovalController.class,
    ConversationController.class,
    RunController.class,
    SearchController.class,
    StatusController.class,
    UsageController.class,
    MemoryController.class,
    OrganisationController.class,
    SignInController.class,
    SignInPages.class,
    Problems.class
})
class ServerConfiguration implements WebMvcConfigurer {
    private final ServerSettings settings;

    ServerConfiguration(ServerSettings settings) {
        this.settings = settings;
    }

    @Bean
    FilterRegistrationBean<LocalRequests> localRequests() {
        FilterRegistrationBean<LocalRequests> registration = new FilterRegistrationBean<>(new LocalRequests());
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit());
        registration.setOrder(2);
        return registration;
    }

    /** A number where a text belongs is a client's mistake, not a text. */
    @Bean
    JsonMapperBuilderCustomizer strictTexts() {
        return builder -> builder.withCoercionConfig(LogicalType.Textual, config -> {
            config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
            config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
            config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        });
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        List<String> places = new ArrayList<>();
        Path page = settings.webDirectory();
        if (page != null) {
            places.add(page.toUri().toString());
        }
        places.add("classpath:/page/");
        registry.addResourceHandler("/**").addResourceLocations(places.toArray(String[]::new));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }
}
