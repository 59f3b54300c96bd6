/** Post for those who follow: who gets it, how it reads, how it is sent, and how to end it. */
package de.krisenaustausch.notification.service;
