package de.krisenaustausch.poll.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Paints a chart as PNG, with its title above, for presentations. */
final class ChartPng {

    private static final int SCALE = 2;
    private static final int MARGIN = 16;
    private static final int HEAD = 36;
    private static final Color INK = new Color(0x16202e);
    private static final Color FILL = new Color(0x1b3a8c);

    private ChartPng() {
    }

    static void write(Chart chart, OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage((Chart.WIDTH + 2 * MARGIN) * SCALE, (chart.height() + HEAD + 2 * MARGIN) * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = image.createGraphics();
        try {
            to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            to.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            to.setColor(Color.WHITE);
            to.fillRect(0, 0, image.getWidth(), image.getHeight());
            to.scale(SCALE, SCALE);
            to.translate(MARGIN, MARGIN);
            to.setColor(INK);
            to.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
            to.drawString(Chart.shortened(chart.title()), 0, 18);
            to.translate(0, HEAD);
            for (int i = 0; i < chart.bars().size(); i++) {
                paint(to, chart, chart.bars().get(i), Chart.TOP + i * Chart.ROW);
            }
        } finally {
            to.dispose();
        }
        ImageIO.write(image, "png", out);
    }

    private static void paint(Graphics2D to, Chart chart, Chart.Bar bar, int y) {
        double width = Chart.width(bar);
        Rectangle2D shape = new Rectangle2D.Double(0.5, y + Chart.BAR_TOP, width, Chart.BAR_HEIGHT);
        to.setColor(INK);
        to.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        to.drawString(Chart.shortened(bar.label()), 0, y + 16);
        to.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        to.drawString(chart.value(bar), (float) (width + 8), y + Chart.BAR_TOP + 15);
        to.setColor(FILL);
        if (bar.mine()) {
            hatch(to, shape);
        } else {
            to.fill(shape);
        }
    }

    private static void hatch(Graphics2D to, Rectangle2D shape) {
        Graphics2D inside = (Graphics2D) to.create();
        inside.clip(shape);
        inside.setStroke(new BasicStroke(4));
        for (double x = shape.getX() - Chart.BAR_HEIGHT; x < shape.getMaxX(); x += 9) {
            inside.draw(new java.awt.geom.Line2D.Double(x, shape.getMaxY(), x + Chart.BAR_HEIGHT, shape.getY()));
        }
        inside.dispose();
        to.draw(shape);
    }
}
