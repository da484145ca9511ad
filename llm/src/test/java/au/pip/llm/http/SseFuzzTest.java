package au.pip.llm.http;

class SseFuzzTest extends FrameFuzz {
    SseFuzzTest() {
        super(SseReader::new);
    }
}
