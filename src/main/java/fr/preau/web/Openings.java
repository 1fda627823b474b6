package fr.preau.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Which addresses are open to somebody: those that no service owns always are, the others unless
 * their school has closed the service.
 */
@Component
public class Openings {
    private final ObjectProvider<Service.Declared> declared;
    private final ObjectProvider<Gate> gates;

    Openings(ObjectProvider<Service.Declared> declared, ObjectProvider<Gate> gates) {
        this.declared = declared;
        this.gates = gates;
    }

    /** Every service of this installation, by name. */
    public List<Service> services() {
        return declared.stream()
                .map(Service.Declared::service)
                .sorted(Comparator.comparing(Service::label))
                .toList();
    }

    /** Whether this address (or the pattern of a route) is open to this actor. */
    public boolean opens(Actor actor, String path) {
        var owners = offeredTo(actor).stream().filter(service -> service.owns(path)).toList();
        return owners.isEmpty() || owners.stream().noneMatch(s -> isClosed(actor, s));
    }

    /** The addresses under which nothing is open to this actor. */
    Set<String> closedPaths(Actor actor) {
        return offeredTo(actor).stream()
                .filter(service -> isClosed(actor, service))
                .map(Service::paths)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Service> offeredTo(Actor actor) {
        return declared.stream()
                .map(Service.Declared::service)
                .filter(service -> service.profiles().contains(actor.profile()))
                .toList();
    }

    private boolean isClosed(Actor actor, Service service) {
        return gates.stream().anyMatch(gate -> gate.closedTo(actor).contains(service.key()));
    }
}
