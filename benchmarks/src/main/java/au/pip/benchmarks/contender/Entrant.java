package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Who takes part, protocol by protocol. The first of a protocol is the floor that the others are compared with.
 *
 * <p>A class is named by text, so that no JVM loads a contender that it does not run.
 */
public enum Entrant {
    FLOOR_ANTHROPIC(Library.FLOOR, Protocol.ANTHROPIC, "FloorAnthropic"),
    PIP_ANTHROPIC(Library.PIP, Protocol.ANTHROPIC, "Pip"),
    LANGCHAIN4J_ANTHROPIC(Library.LANGCHAIN4J_ANTHROPIC, Protocol.ANTHROPIC, "LangChain4jAnthropic"),
    ANTHROPIC_JAVA(Library.ANTHROPIC_JAVA, Protocol.ANTHROPIC, "AnthropicJava"),
    SPRING_AI_ANTHROPIC(Library.SPRING_AI_ANTHROPIC, Protocol.ANTHROPIC, "SpringAiAnthropic"),

    FLOOR_OPENAI_CHAT(Library.FLOOR, Protocol.OPENAI_CHAT, "FloorOpenAiChat"),
    LANGCHAIN4J_OPENAI_CHAT(Library.LANGCHAIN4J_OPENAI, Protocol.OPENAI_CHAT, "LangChain4jOpenAi"),
    OPENAI_JAVA_CHAT(Library.OPENAI_JAVA, Protocol.OPENAI_CHAT, "OpenAiJavaChat"),
    SPRING_AI_OPENAI_CHAT(Library.SPRING_AI_OPENAI, Protocol.OPENAI_CHAT, "SpringAiOpenAi"),

    FLOOR_OPENAI_RESPONSES(Library.FLOOR, Protocol.OPENAI_RESPONSES, "FloorOpenAiResponses"),
    LANGCHAIN4J_OPENAI_RESPONSES(Library.LANGCHAIN4J_OPENAI, Protocol.OPENAI_RESPONSES, "LangChain4jOpenAi"),
    OPENAI_JAVA_RESPONSES(Library.OPENAI_JAVA, Protocol.OPENAI_RESPONSES, "OpenAiJavaResponses");

    private final Library library;
    private final Protocol protocol;
    private final String className;

    Entrant(Library library, Protocol protocol, String className) {
        this.library = library;
        this.protocol = protocol;
        this.className = Entrant.class.getPackageName() + "." + className;
    }

    public static List<Entrant> of(Protocol protocol) {
        return Arrays.stream(values())
                .filter(entrant -> entrant.protocol == protocol)
                .toList();
    }

    public Library library() {
        return library;
    }

    public Protocol protocol() {
        return protocol;
    }

    public boolean isFloor() {
        return library == Library.FLOOR;
    }

    public boolean isPip() {
        return library == Library.PIP;
    }

    /**
     * Makes the contender; its library must be on the class path.
     *
     * @param server the pretend server's address, without a path
     */
    public Contender create(URI server) {
        try {
            return Class.forName(className)
                    .asSubclass(Contender.class)
                    .getDeclaredConstructor(Protocol.class, URI.class)
                    .newInstance(protocol, server);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(library.title() + " cannot be made", failed.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(className + " is no contender", missing);
        }
    }
}
