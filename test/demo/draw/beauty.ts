import {
  WOOD,
  WOOD_SHADE,
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

/** A printed label without words: two quiet bars. */
const label = (x: number, y: number, width: number, paper: string, ink: string): string =>
  box(x, y, width, 66, paper, 3) +
  stroke(`M${x + width / 2 - 16} ${y + 26} L${x + width / 2 + 16} ${y + 26}`, ink, 5) +
  stroke(`M${x + width / 2 - 10} ${y + 42} L${x + width / 2 + 10} ${y + 42}`, ink, 3)

const tube = (cx: number, top: number, bottom: number, half: number, fill: string, cap: string): string =>
  path(
    `M${cx - half} ${top} L${cx + half} ${top} L${cx + half * 0.72} ${bottom} L${cx - half * 0.72} ${bottom}Z`,
    fill,
  ) + box(cx - half * 0.6, bottom - 4, half * 1.2, 40, cap, 6)

/** Skin, hair, nails, scent. */
export const beauty: Shapes = {
  serum: ({ main, second, accent }) => [
    ground(66),
    path('M176 66 Q176 52 200 52 Q224 52 224 66 L222 112 L178 112Z', accent.deep),
    box(170, 106, 60, 36, second.base, 5),
    repeat(5, 11, 0, stroke('M178 112 L178 138', second.line, 2.5)),
    path(
      'M142 188 Q142 148 182 144 L218 144 Q258 148 258 188 L258 326 Q258 342 242 342 L158 342 Q142 342 142 326Z',
      main.base,
    ),
    path('M142 188 Q142 152 172 146 L166 342 L158 342 Q142 342 142 326Z', main.shade),
    box(196, 144, 8, 150, main.light, 4),
    label(160, 222, 80, main.pale, main.deep),
    faint(0.5, box(238, 184, 9, 130, '#ffffff', 4)),
  ],
  cream: ({ main, second, accent }) => [
    ground(112),
    tin(200, 214, 322, 104, main.base),
    path('M96 214 L96 322 Q104 332 130 336 L130 222Z', main.shade),
    box(150, 244, 100, 66, main.pale, 4),
    stroke('M180 270 L220 270', main.deep, 5),
    stroke('M188 288 L212 288', main.deep, 3),
    path('M90 168 Q90 152 106 152 L294 152 Q310 152 310 168 L310 216 Q200 236 90 216Z', second.base),
    path('M90 168 Q90 152 106 152 L124 152 L124 222 Q104 220 90 216Z', second.shade),
    faint(0.45, stroke('M146 168 L286 168', '#ffffff', 6)),
    disc(200, 190, 9, accent.base),
  ],
  lipstick: ({ main, second, accent }) => [
    ground(86),
    box(206, 196, 76, 148, second.shade, 8),
    box(206, 196, 22, 148, second.deep, 8),
    path('M138 156 Q140 96 190 74 Q194 74 194 82 L194 190 L138 190Z', main.base),
    path('M138 156 Q140 96 190 74 Q164 110 160 190 L138 190Z', main.light),
    box(130, 186, 72, 46, accent.base, 4),
    box(130, 186, 22, 46, accent.light, 4),
    box(120, 228, 92, 116, second.base, 6),
    box(120, 228, 24, 116, second.light, 6),
  ],
  compact: ({ main, second, accent }) => [
    ground(120, 336),
    path('M200 72 A104 92 0 0 1 304 166 L300 236 L100 236 L96 166 A104 92 0 0 1 200 72Z', second.shade),
    oval(200, 158, 88, 72, '#e6ecee'),
    path('M136 196 L226 92 Q252 98 266 114 L172 224 Q150 214 136 196Z', '#f6fafb'),
    box(176, 226, 48, 18, accent.base, 6),
    oval(200, 282, 122, 54, second.deep),
    oval(200, 270, 122, 54, second.base),
    oval(200, 268, 98, 41, main.shade),
    oval(200, 271, 98, 38, main.base),
    path('M128 280 Q160 306 226 304 Q180 290 150 262Z', main.light),
  ],
  perfume: ({ main, second, accent }) => [
    ground(86),
    box(170, 66, 60, 70, second.base, 8),
    box(170, 66, 18, 70, second.light, 8),
    box(178, 132, 44, 22, accent.base, 3),
    box(116, 150, 168, 194, main.pale, 22),
    faint(0.9, path('M126 212 L274 212 L274 322 Q274 334 262 334 L138 334 Q126 334 126 322Z', main.base)),
    path('M126 212 L154 212 L154 334 L138 334 Q126 334 126 322Z', main.shade),
    label(160, 232, 80, '#fbf8f2', main.deep),
    stroke('M200 154 L200 214', main.line, 3),
    faint(0.7, box(256, 172, 10, 132, '#ffffff', 5)),
  ],
  soap: ({ main, second, accent }) => [
    ground(134, 324),
    path('M76 268 Q200 292 324 268 L312 312 Q200 332 88 312Z', WOOD),
    path('M76 268 Q200 292 324 268 L320 282 Q200 306 80 282Z', WOOD_SHADE),
    path(
      'M104 196 Q104 172 130 170 L270 170 Q296 172 296 196 L296 252 Q296 276 270 276 L130 276 Q104 276 104 252Z',
      main.shade,
    ),
    path(
      'M104 190 Q104 166 130 164 L270 164 Q296 166 296 190 L296 226 Q296 250 270 250 L130 250 Q104 250 104 226Z',
      main.base,
    ),
    `<rect x="130" y="182" width="140" height="50" rx="16" fill="${main.light}"/>`,
    stroke('M182 212 Q200 190 218 206', second.base, 5),
    disc(218, 204, 5, accent.base),
    disc(296, 136, 15, '#ffffff'),
    disc(268, 114, 9, '#ffffff'),
    disc(318, 108, 7, '#ffffff'),
  ],
  brush: ({ main, second, accent }) => [
    ground(96),
    path('M92 274 Q96 340 152 342 Q208 340 212 274Z', accent.base),
    path('M92 274 Q96 340 152 342 Q118 320 116 274Z', accent.shade),
    oval(152, 274, 60, 14, accent.deep),
    path('M216 92 Q244 58 272 92 Q290 140 268 190 L220 190 Q198 140 216 92Z', second.pale),
    path('M216 92 Q228 72 244 72 Q228 130 236 190 L220 190 Q198 140 216 92Z', second.light),
    stroke('M232 110 L238 180 M256 110 L252 180', second.base, 2.5),
    box(214, 186, 60, 28, second.deep, 5),
    path(
      'M218 212 L270 212 Q260 244 276 276 Q288 320 264 342 L224 342 Q200 320 212 276 Q228 244 218 212Z',
      main.base,
    ),
    path(
      'M218 212 L236 212 Q236 250 226 282 Q218 320 236 342 L224 342 Q200 320 212 276 Q228 244 218 212Z',
      main.light,
    ),
  ],
  'hand-cream': ({ main, second, accent }) => [
    ground(80),
    move(
      'rotate(7 200 200)',
      tube(206, 66, 304, 66, main.base, second.base),
      path('M140 66 L164 66 L170 304 L158 304Z', main.shade),
      box(138, 58, 136, 20, main.shade, 3),
      repeat(12, 11, 0, stroke('M145 62 L145 74', main.line, 2)),
      path('M206 118 Q250 146 240 190 Q198 186 206 118Z', accent.base),
      path('M204 138 Q166 156 172 194 Q206 190 204 138Z', accent.shade),
      stroke('M206 128 L206 232', accent.deep, 4),
      stroke('M186 258 L228 258', main.deep, 5),
    ),
  ],
  shampoo: ({ main, second }) => [
    ground(76),
    stroke('M200 104 L200 76 M200 70 L146 70 Q134 70 134 88', second.base, 14),
    box(176, 96, 48, 34, second.base, 5),
    box(162, 124, 76, 20, second.shade, 5),
    path(
      'M128 182 Q130 146 168 142 L232 142 Q270 146 272 182 L272 324 Q272 344 252 344 L148 344 Q128 344 128 324Z',
      main.base,
    ),
    path('M128 182 Q130 146 160 143 L156 344 L148 344 Q128 344 128 324Z', main.shade),
    label(156, 206, 88, main.pale, main.deep),
    stroke('M178 296 L222 296', main.pale, 4),
    faint(0.4, box(252, 184, 8, 132, '#ffffff', 4)),
  ],
  mask: ({ main, second, accent }) => [
    ground(110),
    move('rotate(-6 190 200)', box(104, 74, 164, 256, second.shade, 4)),
    move(
      'rotate(4 206 200)',
      box(124, 72, 166, 266, main.base, 4),
      box(124, 72, 166, 22, main.shade, 4),
      stroke('M128 104 L286 104', main.line, 2),
      path('M207 138 Q268 138 262 214 Q254 280 207 284 Q160 280 152 214 Q146 138 207 138Z', main.pale),
      oval(184, 198, 13, 7, accent.base),
      oval(230, 198, 13, 7, accent.base),
      path('M207 214 L214 234 L200 234Z', second.base),
      stroke('M190 254 Q207 264 224 254', second.base, 6),
    ),
  ],
  'nail-polish': ({ main, second, accent }) => [
    ground(72),
    path('M172 70 Q174 56 200 56 Q226 56 228 70 L234 190 L166 190Z', second.base),
    path('M172 70 Q174 56 192 56 L186 190 L166 190Z', second.light),
    box(168, 186, 64, 16, accent.base, 3),
    path('M150 200 L250 200 Q280 230 280 278 Q278 344 200 344 Q122 344 120 278 Q120 230 150 200Z', main.base),
    path(
      'M150 200 L172 200 Q146 240 150 290 Q154 330 180 342 Q122 338 120 278 Q120 230 150 200Z',
      main.shade,
    ),
    faint(0.55, path('M246 222 Q266 246 262 290 Q258 300 252 290 Q256 250 238 230Z', '#ffffff')),
  ],
  sunscreen: ({ main, second, accent }) => [
    ground(72),
    tube(200, 62, 306, 70, main.base, second.base),
    path('M130 62 L156 62 L166 306 L150 306Z', main.shade),
    box(128, 54, 144, 20, main.shade, 3),
    disc(200, 164, 34, accent.base),
    ...Array.from({ length: 10 }, (_, i) =>
      move(`rotate(${i * 36} 200 164)`, stroke('M200 118 L200 108', accent.base, 6)),
    ),
    stroke('M176 238 L224 238', main.line, 6),
    stroke('M186 256 L214 256', main.line, 4),
  ],
}
