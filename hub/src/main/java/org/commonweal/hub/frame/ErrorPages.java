package org.commonweal.hub.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.util.StreamUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.View;

/**
 * Turns every «no» and every fault into a page in the hub's own look, or into problem+json (RFC 9457) for programs.
 *
 * <p>A reader sees the rule they broke, or for a fault of ours only a short number that stands in the log beside the
 * exception; never the exception's own words.
 */
@Controller
@ControllerAdvice
@Access(Access.Who.ANYONE)
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** Where a request carries why the filters refused it. */
    static final String DENIED = ErrorPages.class.getName() + ".denied";

    private final Pages pages;
    private final List<FaultAnswers> rooms;

    ErrorPages(Pages pages, List<FaultAnswers> rooms) {
        this.pages = pages;
        this.rooms = rooms;
    }

    @ExceptionHandler
    @Nullable
    Object refusal(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return answer(refusal.status().value(), refusal.getMessage(), "", request, response);
    }

    @ExceptionHandler
    @Nullable
    Object fault(Exception fault, HttpServletRequest request, HttpServletResponse response) {
        // Spring's own refusals of a wrong method, a missing parameter, an unknown address.
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError())
            return answer(known.getStatusCode().value(), "", "", request, response);
        // An address whose parts can't be read, such as a number that is none, is the address of nothing.
        if (fault instanceof MethodArgumentTypeMismatchException wrong)
            return answer(isInPath(wrong) ? 404 : 400, "", "", request, response);
        if (fault instanceof InvalidParameterException) return answer(400, "", "", request, response);
        // The reader is gone, which is no fault of ours.
        if (fault instanceof ClientAbortException || fault instanceof AsyncRequestNotUsableException)
            return answer(408, "", "", request, response);
        return answer(500, "", logged(fault), request, response);
    }

    /** Where the container sends what never reached a handler, such as a form without its token. */
    @RequestMapping("/error")
    @Nullable
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Throwable fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        // An address with bytes that are no letters.
        if (fault instanceof InvalidParameterException) return answer(400, "", "", request, response);
        // What the container met while it read or wrote the line: telephones lose theirs every day, and nothing of ours
        // is broken. What broke in a handler came by the method above.
        String number = fault == null || fault instanceof IOException ? "" : logged(fault);
        return answer(status == null ? 404 : status, "", number, request, response);
    }

    private @Nullable Object answer(
            int status, String message, String number, HttpServletRequest request, HttpServletResponse response) {
        // Half of an answer is out, or the reader is gone: there is nobody to tell.
        if (response.isCommitted()) return null;
        String path = path(request);
        return rooms.stream()
                .flatMap(room -> room.find(path, status, message, number).stream())
                .findFirst()
                .<Object>map(own -> own)
                .orElseGet(() -> isForProgram(request)
                        ? problem(status, message, number, path)
                        : page(view(status, message, number, request), response));
    }

    private static ErrorView view(int status, String message, String number, HttpServletRequest request) {
        boolean stale = request.getAttribute(DENIED) instanceof CsrfException;
        boolean sent = Typed.wasSent(request);
        return new ErrorView(
                status,
                stale,
                Actor.findPerson().isPresent(),
                sent,
                message,
                number,
                sent ? Typed.listOf(request) : List.of(),
                sent ? Typed.page(request) : path(request));
    }

    private View page(ErrorView view, HttpServletResponse response) {
        response.setStatus(view.status());
        try {
            return pages.show("frame/error", view);
        } catch (RuntimeException noDatabase) {
            LOG.error("Not even an error page could be drawn", noDatabase);
            response.setStatus(503);
            return (model, request, out) -> {
                out.setContentType("text/html;charset=utf-8");
                StreamUtils.copy(
                        new ClassPathResource("static/maintenance.html").getInputStream(), out.getOutputStream());
            };
        }
    }

    private static ResponseEntity<ProblemDetail> problem(int status, String message, String number, String path) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setInstance(URI.create(path));
        if (!message.isEmpty()) problem.setDetail(message);
        if (!number.isEmpty()) problem.setProperty("number", number);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String logged(Throwable fault) {
        String number = Ids.tail(Ids.next());
        LOG.error("Fault {}", number, fault);
        return number;
    }

    private static boolean isInPath(MethodArgumentTypeMismatchException wrong) {
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static String path(HttpServletRequest request) {
        String asked = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked;
    }

    private static boolean isForProgram(HttpServletRequest request) {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return path(request).startsWith("/api/") || (accept.contains("json") && !accept.contains("text/html"));
    }
}
