package au.pip.server;

import au.pip.api.Problem;
import au.pip.assistant.conversation.ConversationException;
import au.pip.assistant.memory.MemoryException;
import au.pip.assistant.store.InvalidPage;
import au.pip.assistant.store.StoreException;
import au.pip.xero.XeroException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Every failure as a {@link Problem}: what went wrong and the next step, never a stack trace. */
@RestControllerAdvice
class Problems {
    @ExceptionHandler
    ResponseEntity<Problem> refused(ConversationException e) {
        return switch (e) {
            case ConversationException.NotFound _ -> problem(HttpStatus.NOT_FOUND, "not_found", e.getMessage());
            case ConversationException.Invalid _ -> problem(HttpStatus.BAD_REQUEST, "invalid", e.getMessage());
            case ConversationException.TooLong _ -> problem(HttpStatus.CONTENT_TOO_LARGE, "too_large", e.getMessage());
            case ConversationException.RunInProgress _ ->
                problem(HttpStatus.CONFLICT, "run_in_progress", e.getMessage());
            case ConversationException.NotReplaceable _ ->
                problem(HttpStatus.CONFLICT, "not_replaceable", e.getMessage());
            case ConversationException.IdTaken _ -> problem(HttpStatus.CONFLICT, "id_taken", e.getMessage());
        };
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e) {
        String field = e.getCause() instanceof MismatchedInputException mismatch
                        && !mismatch.getPath().isEmpty()
                ? "The field '" + mismatch.getPath().getLast().getPropertyName() + "' is not of the right kind."
                : "The body is not the JSON this address takes.";
        return problem(HttpStatus.BAD_REQUEST, "invalid", field + " Look at the API's records and send it again.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongKind(MethodArgumentTypeMismatchException e) {
        return problem(
                HttpStatus.BAD_REQUEST, "invalid", "The parameter '" + e.getName() + "' is not of the right kind.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> impossible(BadRequest e) {
        return problem(HttpStatus.BAD_REQUEST, "invalid", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> notKept(MemoryException e) {
        return switch (e) {
            case MemoryException.NotFound _ -> problem(HttpStatus.NOT_FOUND, "not_found", e.getMessage());
            case MemoryException.Invalid _ -> problem(HttpStatus.BAD_REQUEST, "invalid", e.getMessage());
            case MemoryException.Full _ -> problem(HttpStatus.CONFLICT, "full", e.getMessage());
        };
    }

    @ExceptionHandler
    ResponseEntity<Problem> noSuchOrganisation(OrganisationController.NoSuchOrganisation e) {
        return problem(HttpStatus.NOT_FOUND, "not_found", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> stillKnown(OrganisationController.StillKnown e) {
        return problem(HttpStatus.BAD_GATEWAY, "xero", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> stillConnected(OrganisationController.StillConnected e) {
        return problem(HttpStatus.BAD_GATEWAY, "xero", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> noSuchApproval(ApprovalController.NoSuchApproval e) {
        return problem(HttpStatus.NOT_FOUND, "not_found", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> xero(XeroException e) {
        return problem(HttpStatus.BAD_GATEWAY, "xero", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> noSuchPage(InvalidPage e) {
        return problem(HttpStatus.BAD_REQUEST, "invalid", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException e) {
        return problem(
                HttpStatus.NOT_ACCEPTABLE, "not_acceptable", "Pip answers here as application/json. Ask for that.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(HttpRequestMethodNotSupportedException e) {
        return problem(
                HttpStatus.METHOD_NOT_ALLOWED, "wrong_method", e.getMethod() + " does not work at this address.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMedia(HttpMediaTypeNotSupportedException e) {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not_json", "Send the body as application/json.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> nowhere(NoResourceFoundException e, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "not_found", "There is nothing at " + request.getRequestURI() + ".");
    }

    @ExceptionHandler
    ResponseEntity<Problem> stored(StoreException e) {
        log("the store failed", e);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "store", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(Exception e) {
        log("a request failed", e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "failed",
                "Something went wrong inside Pip; the server's log tells more.");
    }

    private static void log(String what, Exception e) {
        System.getLogger(Problems.class.getName()).log(System.Logger.Level.ERROR, what, e);
    }

    private static ResponseEntity<Problem> problem(HttpStatus status, String code, @Nullable String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Problem(code, String.valueOf(message)));
    }
}
