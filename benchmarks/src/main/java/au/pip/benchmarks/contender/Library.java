package au.pip.benchmarks.contender;

/** A library in one version, with the dependencies that its users get. */
public enum Library {
    FLOOR("java.net.http + Jackson tree", "floor", "jackson-databind"),
    PIP("Pip", "pip", "pip-llm"),
    LANGCHAIN4J_ANTHROPIC("LangChain4j", "langchain4j-anthropic", "langchain4j-anthropic"),
    LANGCHAIN4J_OPENAI("LangChain4j", "langchain4j-openai", "langchain4j-open-ai"),
    ANTHROPIC_JAVA("anthropic-java", "anthropic-java", "anthropic-java"),
    OPENAI_JAVA("openai-java", "openai-java", "openai-java"),
    SPRING_AI_ANTHROPIC("Spring AI", "spring-ai-anthropic", "spring-ai-anthropic"),
    SPRING_AI_OPENAI("Spring AI", "spring-ai-openai", "spring-ai-openai");

    private final String title;
    private final String classPath;
    private final String artifact;

    Library(String title, String classPath, String artifact) {
        this.title = title;
        this.classPath = classPath;
        this.artifact = artifact;
    }

    /** The same for all protocols of a library. */
    public String title() {
        return title;
    }

    /** The name of the file, less {@code .classpath}, in which the build wrote its class path. */
    public String classPath() {
        return classPath;
    }

    /** The artifact whose version is the library's. */
    public String artifact() {
        return artifact;
    }
}
