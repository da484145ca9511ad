package au.pip.server.secrets;

import au.pip.assistant.secret.MasterKeyException;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import java.nio.file.Path;
import java.util.Map;

/** What a server does at its first start; and, told so, what a rotation does. */
final class MakesFirstKey {
    private MakesFirstKey() {}

    public static void main(String[] arguments) {
        try (MasterKeys keys = MasterKeySettings.read(new Settings(Map.of(), DotEnv.empty()), Path.of(arguments[0]))) {
            if (arguments.length == 1) {
                keys.makeFirst();
            } else {
                keys.rotate().close();
            }
            System.out.println("made");
        } catch (MasterKeyException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
