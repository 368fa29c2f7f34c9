import {
  CREAM,
  LEAF,
  LEAF_SHADE,
  WOOD,
  WOOD_SHADE,
  around,
  box,
  disc,
  faint,
  ground,
  move,
  oval,
  path,
  repeat,
  stroke,
  tin,
} from './primitives.ts'
import type { Shapes } from './primitives.ts'

const bars = (cx: number, y: number, ink: string): string =>
  stroke(`M${cx - 22} ${y} L${cx + 22} ${y}`, ink, 5) +
  stroke(`M${cx - 14} ${y + 16} L${cx + 14} ${y + 16}`, ink, 3)

const sprig = (x: number, y: number, fill: string, shade: string): string =>
  path(`M${x} ${y} q34 -8 38 -44 q-40 2 -38 44Z`, fill) +
  path(`M${x} ${y} q-34 -8 -38 -44 q40 2 38 44Z`, shade) +
  stroke(`M${x} ${y - 20} L${x} ${y + 22}`, shade, 4)

/** Things to eat and drink, in what they are sold in. */
export const food: Shapes = {
  'tea-box': ({ main, second, accent }) => [
    ground(100),
    box(112, 118, 176, 224, main.base, 6),
    box(112, 118, 40, 224, main.shade, 6),
    box(104, 82, 192, 54, main.light, 6),
    box(104, 126, 192, 10, main.shade, 3),
    oval(206, 226, 58, 66, second.pale),
    sprig(206, 230, accent.base, accent.shade),
    bars(206, 262, second.deep),
    stroke('M262 130 Q290 150 286 186', CREAM, 3),
    box(274, 184, 26, 32, second.light, 3),
  ],
  'coffee-bag': ({ main, second, accent }) => [
    ground(92),
    path('M120 92 L280 92 L296 318 Q296 342 272 342 L128 342 Q104 342 104 318Z', main.base),
    path('M120 92 L144 92 L132 342 L128 342 Q104 342 104 318Z', main.shade),
    path('M120 92 L280 92 L282 124 L118 124Z', main.light),
    box(112, 66, 176, 32, main.shade, 5),
    stroke('M126 82 L274 82', main.line, 4),
    disc(200, 146, 7, main.line),
    box(146, 176, 108, 118, second.pale, 5),
    move(
      'rotate(24 200 216)',
      oval(200, 216, 20, 28, accent.deep),
      stroke('M200 190 Q190 216 200 242', accent.light, 3),
    ),
    bars(200, 264, second.deep),
  ],
  jar: ({ main, second, accent }) => [
    ground(84),
    box(134, 84, 132, 48, second.base, 8),
    repeat(9, 14, 0, stroke('M144 92 L144 124', second.line, 2.5)),
    faint(
      0.8,
      path(
        'M142 130 L258 130 Q284 142 284 172 L284 318 Q284 342 260 342 L140 342 Q116 342 116 318 L116 172 Q116 142 142 130Z',
        '#f6f8f6',
      ),
    ),
    path('M124 178 Q200 196 276 178 L276 316 Q276 334 258 334 L142 334 Q124 334 124 316Z', main.base),
    path('M124 178 Q138 182 152 184 L152 334 L142 334 Q124 334 124 316Z', main.shade),
    box(152, 220, 96, 80, CREAM, 4),
    disc(200, 246, 12, accent.base),
    stroke('M178 278 L222 278', main.deep, 4),
    faint(0.6, box(262, 168, 8, 110, '#ffffff', 4)),
  ],
  'snack-box': ({ main, second, accent }) => [
    ground(116, 340),
    path('M98 168 L302 168 L290 340 L110 340Z', main.base),
    path('M98 168 L132 168 L138 340 L110 340Z', main.shade),
    ...[0, 1, 2, 3, 4].map((i) =>
      disc(130 + i * 35, 152 - (i % 2) * 22, 25, i % 2 ? accent.base : accent.light),
    ),
    ...[0, 1, 2, 3, 4].map((i) =>
      stroke(`M${120 + i * 35} ${148 - (i % 2) * 22} q10 -8 20 0`, accent.shade, 3),
    ),
    path('M86 158 Q200 190 314 158 L306 206 Q200 232 94 206Z', main.light),
    disc(200, 272, 38, second.pale),
    bars(200, 264, second.deep),
  ],
  chocolate: ({ main, second, accent }) => [
    ground(118),
    move(
      'rotate(-8 200 200)',
      box(118, 66, 170, 190, main.base, 6),
      ...[0, 1, 2].flatMap((x) =>
        [0, 1, 2, 3].map(
          (y) =>
            box(124 + x * 54, 72 + y * 46, 48, 40, main.shade, 5) +
            box(128 + x * 54, 75 + y * 46, 40, 30, main.light, 4),
        ),
      ),
      path(
        'M106 210 L132 198 L152 212 L178 198 L204 212 L230 198 L256 212 L280 200 L300 212 L300 226 L106 226Z',
        '#e4d9c4',
      ),
      box(106, 222, 194, 112, second.base, 5),
      box(106, 222, 40, 112, second.shade, 5),
      box(168, 244, 84, 68, accent.pale, 4),
    ),
    move('rotate(-8 200 200)', bars(210, 270, second.deep)),
  ],
  'rice-bag': ({ main, second, accent }) => [
    ground(100),
    path(
      'M132 88 Q200 104 268 88 Q310 200 300 316 Q298 342 270 342 L130 342 Q102 342 100 316 Q90 200 132 88Z',
      main.base,
    ),
    path('M132 88 Q144 92 160 94 Q126 200 140 342 L130 342 Q102 342 100 316 Q90 200 132 88Z', main.shade),
    path('M120 62 Q200 84 280 62 L268 96 Q200 112 132 96Z', main.light),
    stroke('M130 98 Q200 114 270 98', second.base, 9),
    disc(204, 218, 54, second.pale),
    stroke('M204 258 L204 190', accent.shade, 4),
    ...[0, 1, 2].map(
      (i) => oval(190, 196 + i * 18, 7, 12, accent.base) + oval(218, 196 + i * 18, 7, 12, accent.base),
    ),
    oval(204, 182, 7, 12, accent.base),
    stroke('M172 302 L236 302', main.line, 5),
  ],
  'fruit-box': ({ main, second, accent }) => [
    ground(132),
    ...[110, 170, 230, 290].map((x, i) => {
      const fill = i % 2 ? accent : main
      return (
        disc(x, 190, 38, fill.base) +
        path(
          `M${x - 38} 190 A38 38 0 0 1 ${x} 152 Q${x - 22} 176 ${x - 18} 222 A38 38 0 0 1 ${x - 38} 190Z`,
          fill.light,
        ) +
        stroke(`M${x} 156 L${x + 4} 138`, WOOD_SHADE, 4)
      )
    }),
    ...[140, 200, 260].map((x, i) => {
      const fill = i % 2 ? main : accent
      return (
        disc(x, 150, 38, fill.base) +
        path(
          `M${x - 38} 150 A38 38 0 0 1 ${x} 112 Q${x - 22} 136 ${x - 18} 182 A38 38 0 0 1 ${x - 38} 150Z`,
          fill.light,
        ) +
        stroke(`M${x} 116 L${x + 4} 96`, WOOD_SHADE, 4) +
        path(`M${x + 4} 104 q16 -16 28 -4 q-14 14 -28 4Z`, LEAF)
      )
    }),
    path('M62 206 L338 206 L326 340 L74 340Z', WOOD),
    path('M62 206 L96 206 L104 340 L74 340Z', WOOD_SHADE),
    stroke('M66 250 L334 250 M70 296 L330 296', WOOD_SHADE, 4),
    box(158, 234, 84, 62, second.pale, 4),
    bars(200, 256, second.deep),
  ],
  'oil-bottle': ({ main, second, accent }) => [
    ground(60),
    box(180, 46, 40, 44, second.base, 5),
    box(176, 86, 48, 14, second.shade, 4),
    path(
      'M182 98 L218 98 L220 156 Q256 170 256 206 L256 324 Q256 344 236 344 L164 344 Q144 344 144 324 L144 206 Q144 170 180 156Z',
      main.base,
    ),
    path(
      'M182 98 L194 98 L192 160 Q168 176 168 206 L168 344 L164 344 Q144 344 144 324 L144 206 Q144 170 180 156Z',
      main.shade,
    ),
    box(144, 224, 112, 84, CREAM),
    sprig(200, 262, accent.base, accent.shade),
    stroke('M176 296 L224 296', main.deep, 3.5),
    faint(0.45, box(236, 184, 8, 32, '#ffffff', 4)),
  ],
  supplement: ({ main, second, accent }) => [
    ground(104),
    box(138, 80, 124, 62, second.base, 8),
    repeat(10, 12, 0, stroke('M146 92 L146 138', second.line, 2.5)),
    path(
      'M126 166 Q128 142 152 142 L248 142 Q272 142 274 166 L274 318 Q274 342 250 342 L150 342 Q126 342 126 318Z',
      main.base,
    ),
    path('M126 166 Q128 142 152 142 L158 142 L158 342 L150 342 Q126 342 126 318Z', main.shade),
    box(126, 190, 148, 106, main.pale),
    sprig(200, 240, accent.base, accent.shade),
    bars(200, 274, main.deep),
    move(
      'rotate(-24 310 326)',
      box(286, 316, 50, 22, accent.base, 11),
      box(286, 316, 26, 22, accent.pale, 11),
    ),
    move('rotate(14 92 334)', box(72, 324, 46, 20, accent.base, 10), box(72, 324, 24, 20, accent.pale, 10)),
  ],
  cake: ({ main, second, accent }) => [
    ground(136),
    oval(200, 318, 140, 22, second.pale),
    box(176, 316, 48, 22, second.light, 3),
    oval(200, 338, 56, 8, second.light),
    tin(200, 182, 302, 108, main.base),
    path('M92 182 L92 302 Q100 312 126 316 L126 190Z', main.shade),
    tin(200, 236, 254, 108, second.base),
    oval(200, 182, 108, 22, main.light),
    path(
      'M92 182 A108 22 0 0 1 308 182 L308 204 q-14 28 -28 2 q-14 34 -30 4 q-16 22 -32 2 q-16 34 -34 2 q-16 24 -30 -2 q-16 30 -32 -4 q-16 22 -30 -10Z',
      accent.base,
    ),
    oval(200, 180, 98, 17, accent.light),
    ...[150, 186, 220, 254].map(
      (x, i) => disc(x, 164 - (i % 2) * 8, 14, second.shade) + disc(x - 4, 160 - (i % 2) * 8, 4, second.pale),
    ),
    path('M200 152 q20 -26 40 -12 q-18 18 -40 12Z', LEAF_SHADE),
  ],
  cookie: ({ main, second, accent }) => {
    const cookie = (x: number, y: number): string =>
      disc(x, y + 5, 58, main.shade) +
      disc(x, y, 58, main.base) +
      [
        [-20, -18],
        [18, -26],
        [28, 12],
        [-6, 10],
        [-30, 20],
        [8, 36],
      ]
        .map(([dx = 0, dy = 0]) =>
          move(`rotate(${dx * 3} ${x + dx} ${y + dy})`, box(x + dx - 8, y + dy - 7, 16, 13, second.base, 4)),
        )
        .join('')
    return [
      ground(136, 338),
      oval(200, 320, 142, 20, accent.shade),
      oval(200, 314, 142, 20, accent.light),
      cookie(138, 254),
      cookie(262, 258),
      cookie(200, 162),
    ]
  },
  noodle: ({ main, second, accent }) => [
    ground(112),
    stroke('M216 176 L340 74 M230 186 L352 94', WOOD_SHADE, 8),
    path('M76 196 Q82 312 160 332 L240 332 Q318 312 324 196Z', second.base),
    path('M76 196 Q82 312 160 332 L180 332 Q112 290 110 204Z', second.shade),
    oval(200, 196, 124, 32, second.light),
    oval(200, 198, 110, 25, main.base),
    stroke(
      'M112 198 q22 -22 44 0 q22 20 44 0 q22 -20 44 0 M130 210 q20 -14 40 0 q22 14 44 0 q20 -12 36 0 M140 190 q26 -20 52 0',
      main.pale,
      7,
    ),
    oval(252, 186, 28, 16, CREAM),
    oval(252, 186, 13, 8, '#e8a93f'),
    path('M132 184 Q148 164 168 178 Q156 194 132 184Z', LEAF),
    disc(196, 180, 7, accent.base),
    disc(212, 208, 6, accent.base),
    box(156, 330, 88, 13, second.shade, 4),
  ],
  juice: ({ main, second, accent }) => [
    ground(104),
    box(166, 62, 56, 34, second.base, 6),
    path(
      'M172 94 L216 94 Q216 132 250 154 Q258 160 258 176 L258 320 Q258 342 236 342 L152 342 Q130 342 130 320 L130 176 Q130 160 138 154 Q172 132 172 94Z',
      main.base,
    ),
    path(
      'M172 94 L188 94 Q188 138 162 158 L158 342 L152 342 Q130 342 130 320 L130 176 Q130 160 138 154 Q172 132 172 94Z',
      main.shade,
    ),
    box(130, 206, 128, 96, CREAM),
    disc(194, 244, 26, accent.base),
    around(8, 194, 244, stroke('M194 244 L194 224', accent.pale, 2.5)),
    stroke('M172 286 L216 286', main.deep, 4),
    disc(302, 312, 32, accent.base),
    path('M270 312 A32 32 0 0 1 302 280 Q286 300 290 342 A32 32 0 0 1 270 312Z', accent.light),
    path('M302 282 q10 -22 28 -14 q-8 18 -28 14Z', LEAF),
  ],
  honey: ({ main, second, accent }) => [
    ground(96),
    box(140, 92, 120, 42, second.base, 6),
    path(
      'M132 132 L268 132 Q296 156 296 200 L290 316 Q288 342 262 342 L138 342 Q112 342 110 316 L104 200 Q104 156 132 132Z',
      main.base,
    ),
    path(
      'M132 132 L156 132 Q134 180 144 342 L138 342 Q112 342 110 316 L104 200 Q104 156 132 132Z',
      main.shade,
    ),
    box(148, 196, 106, 96, CREAM, 8),
    ...[
      [178, 226],
      [208, 226],
      [193, 252],
      [223, 252],
    ].map(([x = 0, y = 0]) =>
      path(`M${x} ${y - 15} l13 7.500 l0 15 l-13 7.500 l-13 -7.500 l0 -15Z`, accent.base),
    ),
    stroke('M176 280 L226 280', main.deep, 3.5),
    faint(0.5, stroke('M272 176 Q280 210 274 280', '#ffffff', 8)),
    move(
      'rotate(34 290 120)',
      box(286, 40, 8, 92, WOOD, 4),
      oval(290, 132, 17, 22, WOOD),
      stroke('M275 126 L305 126 M274 134 L306 134 M277 142 L303 142', WOOD_SHADE, 3),
    ),
  ],
}
