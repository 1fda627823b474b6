package fr.preau.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that exists for every adult, whatever their profile. */
@For({Profile.GUARDIAN, Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION, Profile.SUPPORT})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Adults {}
