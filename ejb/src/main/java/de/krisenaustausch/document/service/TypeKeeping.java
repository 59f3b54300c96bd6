package de.krisenaustausch.document.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentType;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Keeping the managed document types, for administrators. */
@Stateless
@RolesAllowed("admin")
public class TypeKeeping {

    @Inject
    private AuditLog audit;

    @Inject
    private DocumentRepository documents;

    /** @throws BusinessException when a type has this name or one that reads the same in an address */
    public void add(String name) {
        DocumentType type = new DocumentType(name);
        if (type.getSlug().isEmpty()) {
            throw new BusinessException("error.nameless");
        }
        if (documents.findType(type.getSlug()).isPresent() || documents.findTypeByName(type.getName()).isPresent()) {
            throw new BusinessException("type.taken", type.getName());
        }
        documents.add(type);
        audit.record("typeAdd", type.getName(), null);
    }

    /** @throws BusinessException when another type has this name */
    public void rename(String slug, String name) {
        DocumentType type = type(slug);
        String wanted = Text.required(name, DocumentType.NAME_LENGTH, "field.name");
        if (documents.findTypeByName(wanted).filter(other -> !other.equals(type)).isPresent()) {
            throw new BusinessException("type.taken", wanted);
        }
        audit.record("typeRename", type.getName(), wanted);
        type.rename(wanted);
    }

    /** Documents can no longer be given this type; those that have it keep it. */
    public void retire(String slug) {
        type(slug).retire();
        audit.record("typeRetire", type(slug).getName(), null);
    }

    public void revive(String slug) {
        type(slug).revive();
        audit.record("typeRevive", type(slug).getName(), null);
    }

    private DocumentType type(String slug) {
        return documents.findType(slug).orElseThrow(NotFoundException::new);
    }
}
