package de.krisenaustausch.municipality;

/** What an organisation is in municipal law; those of one kind have the same tasks and so need the same papers. */
public enum MunicipalityKind {
    /** Kreisfreie Stadt, Stadtkreis: does a Kreis's work as well. */
    CITY,
    /** Stadt within a Kreis, also Große Kreisstadt. */
    TOWN,
    /** Gemeinde or Markt within a Kreis. */
    VILLAGE,
    /** Amt, Samtgemeinde, Verbandsgemeinde, Verwaltungsgemeinschaft: the office of several municipalities. */
    UNION,
    /** Kreis, Landkreis. */
    COUNTY,
    /** Municipal association with staff of its own; its Land is that of its seat. */
    ASSOCIATION
}
