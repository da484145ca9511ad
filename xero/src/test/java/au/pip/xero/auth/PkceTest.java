package au.pip.xero.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceTest {
    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void makesTheChallengeOfTheStandardsExample() {
        assertThat(Pkce.challenge(VERIFIER)).isEqualTo(CHALLENGE);
        assertThat(Pkce.proves(VERIFIER, CHALLENGE)).isTrue();
    }

    @Test
    void provesNothingWithAnotherVerifier() {
        assertThat(Pkce.proves(VERIFIER.replace('d', 'e'), CHALLENGE)).isFalse();
        assertThat(Pkce.proves("", CHALLENGE)).isFalse();
        assertThat(Pkce.proves(VERIFIER, "")).isFalse();
        assertThat(Pkce.proves(CHALLENGE, CHALLENGE)).as("the challenge itself").isFalse();
    }

    @Test
    void derivesAVerifierFromSecretAndState() {
        String verifier = Pkce.verifier("secret", "state");

        assertThat(Pkce.isVerifier(verifier)).isTrue();
        assertThat(verifier).isEqualTo(Pkce.verifier("secret", "state")).doesNotContain("secret", "state");
        assertThat(Pkce.verifier("secre", "tstate")).isNotEqualTo(verifier);
        assertThat(Pkce.verifier("secret", "other")).isNotEqualTo(verifier);
        assertThat(Pkce.verifier("other", "state")).isNotEqualTo(verifier);
    }

    @Test
    void knowsWhatVerifiersAndChallengesLookLike() {
        assertThat(Pkce.isVerifier("a".repeat(43))).isTrue();
        assertThat(Pkce.isVerifier("~".repeat(128))).isTrue();
        assertThat(Pkce.isVerifier("a".repeat(42))).isFalse();
        assertThat(Pkce.isVerifier("a".repeat(129))).isFalse();
        assertThat(Pkce.isVerifier("ä".repeat(43))).isFalse();
        assertThat(Pkce.isChallenge(CHALLENGE)).isTrue();
        assertThat(Pkce.isChallenge(CHALLENGE + "=")).isFalse();
    }
}
