package au.pip.sandbox.xero;

import au.pip.sandbox.identity.Identity;
import au.pip.sandbox.wire.Reply;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which part of the pretend outside answers which address. */
final class Routes {
    private final Identity identity;
    private final PretendXero xero;
    private final Controls controls;
    private final Faults faults;

    Routes(Identity identity, PretendXero xero, Controls controls, Faults faults) {
        this.identity = identity;
        this.xero = xero;
        this.controls = controls;
        this.faults = faults;
    }

    void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith(Controls.ROOT)) {
            controls.reply(exchange).send(exchange);
        } else if (Identity.serves(path)) {
            identity(exchange, fault(path));
        } else {
            xero.handle(exchange);
        }
    }

    private void identity(HttpExchange exchange, @Nullable Fault fault) throws IOException {
        Reply instead = FaultReply.instead(fault);
        (instead == null ? identity.reply(exchange) : instead)
                .delivered(FaultReply.delivery(fault))
                .send(exchange);
    }

    private @Nullable Fault fault(String path) {
        return switch (path) {
            case Identity.TOKEN -> faults.next(Fault.Part.TOKEN);
            case Identity.REVOCATION -> faults.next(Fault.Part.REVOCATION);
            default -> null;
        };
    }
}
