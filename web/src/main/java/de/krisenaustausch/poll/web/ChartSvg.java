package de.krisenaustausch.poll.web;

/**
 * Writes a chart as SVG. Colours are attributes, which a page's style sheet overrides, so that one and the same serves pages in light and
 * dark and a download. What could end a text or be a control character is escaped or left out.
 */
final class ChartSvg {

    private static final String INK = "#16202e";
    private static final String FILL = "#1b3a8c";

    private ChartSvg() {
    }

    /** @param id unlike that of any other chart on the page @param alone whether it is a file of its own */
    static String write(Chart chart, String id, boolean alone) {
        StringBuilder svg = new StringBuilder();
        if (alone) {
            svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        }
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ka-chart\" role=\"img\" viewBox=\"0 0 ").append(Chart.WIDTH).append(' ').append(chart.height()).append('"');
        if (alone) {
            svg.append(" width=\"").append(Chart.WIDTH * 2).append("\" height=\"").append(chart.height() * 2).append('"');
        }
        svg.append(" aria-labelledby=\"").append(id).append("-titel\" font-family=\"sans-serif\" font-size=\"16\"><title id=\"").append(id).append("-titel\">")
            .append(escape(chart.title())).append("</title><defs><pattern id=\"").append(id).append("-eigen\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
            .append("<rect class=\"ka-chart-gap\" width=\"8\" height=\"8\" fill=\"#ffffff\"/><rect class=\"ka-chart-bar\" width=\"5\" height=\"8\" fill=\"").append(FILL).append("\"/></pattern></defs>");
        if (alone) {
            svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        }
        for (int i = 0; i < chart.bars().size(); i++) {
            bar(svg, chart, chart.bars().get(i), Chart.TOP + i * Chart.ROW, id);
        }
        return svg.append("</svg>").toString();
    }

    private static void bar(StringBuilder svg, Chart chart, Chart.Bar bar, int y, String id) {
        double width = Chart.width(bar);
        svg.append("<text class=\"ka-chart-ink\" x=\"0\" y=\"").append(y + 16).append("\" fill=\"").append(INK).append("\">").append(escape(Chart.shortened(bar.label()))).append("</text>");
        svg.append("<rect class=\"").append(bar.mine() ? "ka-chart-own" : "ka-chart-bar").append("\" x=\"0.5\" y=\"").append(y + Chart.BAR_TOP).append("\" width=\"").append(width)
            .append("\" height=\"").append(Chart.BAR_HEIGHT).append("\" fill=\"").append(bar.mine() ? "url(#" + id + "-eigen)" : FILL).append('"')
            .append(bar.mine() ? " stroke=\"" + FILL + "\"" : "").append("/>");
        svg.append("<text class=\"ka-chart-ink\" x=\"").append(width + 8).append("\" y=\"").append(y + Chart.BAR_TOP + 15).append("\" font-weight=\"600\" fill=\"").append(INK).append("\">")
            .append(escape(chart.value(bar))).append("</text>");
    }

    static String escape(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF]", " ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
