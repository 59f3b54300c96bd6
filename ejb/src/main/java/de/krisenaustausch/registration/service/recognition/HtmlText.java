package de.krisenaustausch.registration.service.recognition;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** An HTML mail as lines of text: blocks and breaks end a line, cells of a table stand on one with tabs between, quotations begin with ">". */
final class HtmlText {

    private HtmlText() {
    }

    static String of(String html) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(new NodeVisitor() {
            private int quoted;
            private int cells;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words && !isHidden(words.parent())) {
                    append(words.text());
                } else if (node instanceof Element element) {
                    if (isQuote(element)) {
                        end();
                        quoted++;
                    } else if (isCell(element)) {
                        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                            text.append('\t');
                        }
                        cells++;
                    } else if ("br".equals(element.normalName())) {
                        if (cells > 0) {
                            text.append(' ');
                        } else {
                            text.append('\n');
                        }
                    } else if (isBlock(element)) {
                        end();
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    if (isQuote(element)) {
                        end();
                        quoted--;
                    } else if (isCell(element)) {
                        cells--;
                    } else if ("tr".equals(element.normalName()) && cells == 0 || isBlock(element)) {
                        end();
                    }
                }
            }

            private void append(String words) {
                String plain = words.replace('\u00a0', ' ');
                boolean fresh = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
                if (fresh && plain.isBlank()) {
                    return;
                }
                if (fresh && quoted > 0) {
                    text.append("> ");
                }
                text.append(plain);
            }

            private void end() {
                if (cells > 0) {
                    if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                        text.append(' ');
                    }
                } else if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            }
        }, Jsoup.parse(html).body());
        return text.toString();
    }

    private static boolean isHidden(Node parent) {
        return parent instanceof Element element && element.normalName().matches("style|script|title|head");
    }

    private static boolean isQuote(Element element) {
        return "blockquote".equals(element.normalName()) && (element.hasAttr("cite") || element.attr("type").equals("cite") || element.className().contains("quote"));
    }

    /** A cell that holds a table, or many lines, or stands alone in its row, only lays the page out. */
    private static boolean isCell(Element element) {
        return element.normalName().matches("td|th") && !isAlone(element) && element.getElementsByTag("table").isEmpty() && element.getElementsByTag("p").size() < 2
            && element.getElementsByTag("br").size() < 2 && element.getElementsByTag("div").size() < 2 && element.text().length() < 200;
    }

    private static boolean isAlone(Element cell) {
        return cell.parent() != null && cell.hasText() && cell.parent().children().stream().noneMatch(other -> other != cell && other.hasText());
    }

    private static boolean isBlock(Element element) {
        return element.normalName().matches("p|div|tr|table|ul|ol|li|h[1-6]|hr|dl|dt|dd|pre|address|section|article|footer|blockquote|td|th");
    }
}
