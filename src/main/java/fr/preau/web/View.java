package fr.preau.web;

/** What a handler answers: a page to show, or somewhere else to go. */
public sealed interface View permits Page, Redirect {}
