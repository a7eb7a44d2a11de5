package org.commonweal.hub.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.Scope;
import org.commonweal.hub.frame.ScopeNames;
import org.springframework.stereotype.Component;

@Component
class OrganisationNames implements ScopeNames {
    private final Organisations organisations;

    OrganisationNames(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Optional<Named> findOrganisation(String address) {
        return organisations
                .findByTail(Ids.tailOf(address))
                .map(Organisation::ref)
                .map(OrganisationNames::named);
    }

    @Override
    public Map<Scope, Named> listNames(Collection<Scope> scopes) {
        Collection<UUID> ids = scopes.stream()
                .filter(scope -> scope.equals(Scope.organisation(scope.id())))
                .map(Scope::id)
                .distinct()
                .toList();
        return organisations.list(ids).stream()
                .map(OrganisationNames::named)
                .collect(Collectors.toMap(Named::scope, Function.identity()));
    }

    private static Named named(OrganisationRef organisation) {
        return new Named(Scope.organisation(organisation.id()), organisation.name(), organisation.path());
    }
}
