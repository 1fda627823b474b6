package fr.preau.demo;

import org.springframework.stereotype.Component;

/** The notes of the demo's week, sent as their authors would. */
@Component
class DemoNotes {
    void write() {}
}
