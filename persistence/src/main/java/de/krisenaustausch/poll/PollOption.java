package de.krisenaustausch.poll;

import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** One of the answers that a question offers. Of a question of yes and no the labels are the words YES, NO and NOT_YET. */
@Entity
@Table(name = "poll_option")
public class PollOption extends VersionedEntity {

    public static final int LABEL_LENGTH = 200;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "question_id")
    private PollQuestion question;

    @Column(nullable = false)
    private int position;

    @Column(nullable = false, length = LABEL_LENGTH)
    private String label;

    protected PollOption() {
    }

    PollOption(PollQuestion question, int position, String label) {
        this.question = question;
        this.position = position;
        word(label);
    }

    final void word(String newLabel) {
        label = Text.required(Text.oneLine(newLabel), LABEL_LENGTH, "field.option");
    }

    public PollQuestion getQuestion() {
        return question;
    }

    public int getPosition() {
        return position;
    }

    public String getLabel() {
        return label;
    }
}
