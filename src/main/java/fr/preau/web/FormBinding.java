package fr.preau.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records, made by their constructor: nothing is set afterwards. Spring would otherwise
 * try each field of a form as a property that can be written, and each {@code _csrf} as the mark of
 * a box that is not ticked: a dozen exceptions for every form that is sent.
 */
@ControllerAdvice
class FormBinding {
    @InitBinder
    void byConstructor(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
        binder.setFieldMarkerPrefix(null);
        binder.setFieldDefaultPrefix(null);
    }
}
