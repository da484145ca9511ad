package au.pip.evaluation.injection;

import au.pip.api.RunView;

/** What a Pip without one of its guards would do after a run; real ones do nothing. */
@FunctionalInterface
interface Lapse {
    Lapse NONE = (_, _) -> {};

    void after(Scene scene, RunView run);
}
