package au.pip.api;

import org.jspecify.annotations.Nullable;

/** @param figure what stands behind the text, when it is a figure */
public record PieceView(String text, @Nullable FigureView figure) {}
