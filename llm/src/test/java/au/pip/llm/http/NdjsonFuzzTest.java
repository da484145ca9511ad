package au.pip.llm.http;

class NdjsonFuzzTest extends FrameFuzz {
    NdjsonFuzzTest() {
        super(NdjsonReader::new);
    }
}
