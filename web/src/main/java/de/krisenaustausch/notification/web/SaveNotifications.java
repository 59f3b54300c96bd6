package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.service.FollowService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the form of the settings page: {@code b.<space>} and {@code t.<space>.<topic>} name choices, so that a topic
 * that came in meanwhile can't shift them; {@code alles} ends everything.
 */
@WebServlet("/profil/benachrichtigungen/speichern")
public class SaveNotifications extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient FollowService follow;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean all = request.getParameter("alles") != null;
        if (all) {
            follow.stopAll();
        } else {
            follow.save(wishes(request));
        }
        response.sendRedirect(request.getContextPath() + "/profil/benachrichtigungen?meldung=" + (all ? "notificationsStopped" : "notifications"));
    }

    private static List<FollowService.Wish> wishes(HttpServletRequest request) {
        List<FollowService.Wish> wishes = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            String[] parts = name.split("\\.");
            if (parts.length == 2 && "b".equals(parts[0])) {
                wishes.add(new FollowService.Wish(parts[1], null, Choices.frequency(values[0])));
            } else if (parts.length == 3 && "t".equals(parts[0])) {
                wishes.add(new FollowService.Wish(parts[1], parts[2], Choices.frequency(values[0])));
            }
        });
        return wishes;
    }
}
