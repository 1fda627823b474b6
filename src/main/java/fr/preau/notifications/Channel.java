package fr.preau.notifications;

/** By which something is told beside the bell. */
public enum Channel {
    MAIL,
    PUSH
}
