package de.krisenaustausch.municipality;

/**
 * KGSt size classes of towns and municipalities by inhabitants. The published borders overlap; here the lower border
 * belongs to the class (a town of exactly 100,000 is in class 3). Below 10,000, where 85 % of all municipalities are,
 * finer steps of our own tell a village from a small town.
 */
public enum SizeClass {
    GK1(400_000),
    GK2(200_000),
    GK3(100_000),
    GK4(50_000),
    GK5(25_000),
    GK6(10_000),
    GK7A(5_000),
    GK7B(3_000),
    GK7C(1_000),
    GK7D(0);

    private final int from;

    SizeClass(int from) {
        this.from = from;
    }

    /** @return the smallest number of inhabitants in this class */
    public int getFrom() {
        return from;
    }

    /** @param population inhabitants, 0 or more */
    public static SizeClass of(int population) {
        for (SizeClass sizeClass : values()) {
            if (population >= sizeClass.from) {
                return sizeClass;
            }
        }
        throw new IllegalArgumentException("a population can't be negative: " + population);
    }
}
