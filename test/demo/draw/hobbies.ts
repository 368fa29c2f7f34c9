import {
  CHARCOAL,
  CREAM,
  STEEL,
  WOOD,
  WOOD_SHADE,
  box,
  disc,
  ground,
  hoop,
  mirror,
  move,
  oval,
  path,
  repeat,
  stroke,
} from './primitives.ts'
import type { Shapes } from './primitives.ts'

/** Writing, playing, making. */
export const hobbies: Shapes = {
  notebook: ({ main, second, accent }) => [
    ground(108),
    move(
      'rotate(5 200 206)',
      box(114, 74, 186, 268, main.deep, 10),
      box(112, 72, 184, 264, CREAM, 8),
      box(104, 66, 186, 268, main.base, 10),
      box(104, 66, 34, 268, main.shade, 10),
      box(258, 66, 10, 268, second.base),
      box(160, 116, 78, 50, second.pale, 4),
      stroke('M176 134 L222 134 M184 150 L214 150', second.deep, 3.5),
      path('M176 334 L192 334 L192 366 L184 358 L176 366Z', accent.base),
    ),
  ],
  pen: ({ main, second, accent }) => [
    ground(120, 330),
    move(
      'rotate(38 200 200)',
      path('M184 296 L216 296 L200 352Z', accent.base),
      stroke('M200 316 L200 350', accent.deep, 2),
      box(178, 196, 44, 104, main.base, 4),
      box(178, 196, 14, 104, main.light, 4),
      box(176, 186, 48, 14, second.base, 3),
      path('M176 62 Q178 44 200 44 Q222 44 224 62 L224 188 L176 188Z', main.shade),
      path('M176 62 Q178 44 192 44 L190 188 L176 188Z', main.base),
      box(214, 58, 12, 96, second.base, 6),
    ),
    stroke('M88 318 q20 -18 36 0 q16 16 34 -2', second.deep, 4),
  ],
  'board-game': ({ main, second, accent }) => [
    ground(136, 338),
    path('M200 110 L346 220 L200 318 L54 220Z', main.deep),
    path('M200 98 L346 208 L200 306 L54 208Z', main.base),
    path('M200 118 L318 208 L200 288 L82 208Z', CREAM),
    ...[0, 1, 2, 3].flatMap((row) =>
      [0, 1, 2, 3]
        .filter((column) => (row + column) % 2 === 0)
        .map((column) => {
          const x = 200 + (column - row) * 29.5
          const y = 118 + (column + row) * 21.25
          return path(
            `M${x} ${y} L${x + 29.5} ${y + 21.25} L${x} ${y + 42.5} L${x - 29.5} ${y + 21.25}Z`,
            second.light,
          )
        }),
    ),
    ...[
      [200, 150, 'a'],
      [244, 206, 'b'],
      [158, 214, 'a'],
    ].map(([x, y, who]) => {
      const tone = who === 'a' ? accent : main
      return (
        oval(Number(x), Number(y) + 28, 17, 7, tone.shade) +
        path(
          `M${Number(x) - 15} ${Number(y) + 28} Q${Number(x) - 4} ${Number(y) + 10} ${Number(x) - 6} ${Number(y)} L${Number(x) + 6} ${Number(y)} Q${Number(x) + 4} ${Number(y) + 10} ${Number(x) + 15} ${Number(y) + 28}Z`,
          tone.base,
        ) +
        disc(Number(x), Number(y) - 8, 12, tone.light)
      )
    }),
    box(286, 274, 42, 42, CREAM, 8),
    disc(298, 286, 4, CHARCOAL),
    disc(307, 295, 4, CHARCOAL),
    disc(316, 304, 4, CHARCOAL),
  ],
  guitar: ({ main, second, accent }) => [
    ground(84, 348),
    box(190, 92, 20, 150, second.base, 3),
    repeat(6, 0, 20, stroke('M192 110 L208 110', STEEL, 2)),
    path('M182 50 L218 50 L214 94 L186 94Z', second.deep),
    mirror(disc(222, 60, 6, STEEL), disc(221, 78, 6, STEEL)),
    path(
      'M200 178 Q258 174 256 214 Q250 236 268 256 Q296 340 200 346 Q104 340 132 256 Q150 236 144 214 Q142 174 200 178Z',
      main.base,
    ),
    path(
      'M200 178 Q142 174 144 214 Q150 236 132 256 Q106 336 186 345 Q140 300 164 250 Q172 200 200 178Z',
      main.shade,
    ),
    hoop(200, 240, 29, accent.base, 5),
    disc(200, 240, 25, second.deep),
    box(170, 300, 60, 12, second.deep, 4),
    stroke('M195 60 L195 304 M200 60 L200 304 M205 60 L205 304', CREAM, 1.3),
  ],
  paint: ({ main, second, accent }) => [
    ground(128, 332),
    path(
      'M196 92 Q340 84 342 206 Q340 256 286 248 Q246 246 254 284 Q254 330 190 330 Q66 322 60 216 Q64 104 196 92Z',
      WOOD,
    ),
    path('M60 216 Q64 104 196 92 Q100 120 94 216 Q100 306 190 330 Q66 322 60 216Z', WOOD_SHADE),
    oval(254, 206, 20, 16, CREAM),
    disc(128, 172, 26, main.base),
    disc(190, 138, 24, second.base),
    disc(254, 144, 22, accent.base),
    disc(118, 238, 24, '#d9a13f'),
    disc(166, 284, 23, '#6f93a8'),
    move(
      'rotate(36 290 200)',
      box(284, 70, 12, 150, second.deep, 6),
      box(283, 216, 14, 24, STEEL, 2),
      path('M283 240 L297 240 Q300 266 290 284 Q280 266 283 240Z', main.base),
    ),
  ],
  yarn: ({ main, second }) => [
    ground(118, 334),
    move('rotate(-34 200 190)', box(194, 44, 9, 250, WOOD, 4), disc(198, 44, 11, second.base)),
    move('rotate(30 200 190)', box(198, 44, 9, 250, WOOD, 4), disc(202, 44, 11, second.base)),
    disc(196, 226, 108, main.base),
    path('M88 226 A108 108 0 0 1 196 118 Q116 170 150 324 A108 108 0 0 1 88 226Z', main.shade),
    stroke('M112 168 Q200 130 288 184 M96 200 Q200 156 302 220 M92 234 Q190 186 300 254', main.light, 6),
    stroke('M136 140 Q120 240 176 330 M168 124 Q150 230 214 332 M206 120 Q196 230 252 316', main.line, 4),
    stroke('M292 276 Q340 300 312 326 Q280 344 344 340', main.base, 7),
  ],
}
