package de.krisenaustausch.search.service.index;

/** Names of the fields in the index. */
final class Fields {

    /** All text, with the places of its words; stored, because hits quote it. */
    static final String TEXT = "text";
    static final String PAGES = "pages";
    /** The title once more: a word in it counts more. */
    static final String TITLE = "title";
    /** What counts more than other text, too: a question's accepted answer. */
    static final String WEIGHTY = "weighty";
    /** Beginnings of the title's words, for suggestions. */
    static final String TYPED = "typed";
    static final String DESCRIPTION = "description";

    static final String ID = "id";
    static final String SPACE = "space";
    static final String KIND = "kind";
    static final String TOPIC = "topic";
    static final String TYPE = "type";
    static final String PROGRESS = "progress";
    static final String STATE = "state";
    static final String SIZE = "size";
    static final String FILE = "file";
    static final String TIME = "time";
    static final String PLACE = "place";
    static final String PLACE_NAME = "placeName";
    static final String PLACE_KIND = "placeKind";
    static final String POPULATION = "population";

    private Fields() {
    }
}
