package de.krisenaustausch.registration.service;

import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.shared.EmailAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Finds out who has an address that somebody typed, and writes to it. One at a time, so that the same address typed twice
 * makes one request.
 */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.REGISTRATION),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")})
@PermitAll
public class RegistrationConsumer implements MessageListener {

    @Inject
    private FirstSteps steps;

    @Override
    public void onMessage(Message message) {
        AddressGiven given = Events.read(message, AddressGiven.class);
        EmailAddress email = new EmailAddress(given.email());
        if (given.again()) {
            steps.resend(email, given.language());
        } else {
            steps.begin(email, given.language());
        }
    }
}
