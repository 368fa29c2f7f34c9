import { box, disc, ground, mirror, move, path, repeat, stroke } from './primitives.ts'
import type { Draw, Shapes } from './primitives.ts'
import { behind } from './tones.ts'

const pair =
  (shoe: Draw, dx = 26, dy = -30): Draw =>
  (palette) => [
    ground(148, 330),
    move(`translate(${dx} ${dy})`, ...shoe(behind(palette))),
    move(`translate(${-dx / 2} 4)`, ...shoe(palette)),
  ]

const sneaker: Draw = ({ main, second, accent }) => [
  path(
    'M62 292 L70 206 Q74 188 92 196 Q122 218 148 196 L170 170 Q182 162 194 176 L258 236 Q336 244 344 292Z',
    main.base,
  ),
  path('M62 292 L70 206 Q74 188 92 196 Q104 206 116 207 Q104 246 112 292Z', main.shade),
  path('M268 292 Q266 254 292 243 Q338 254 344 292Z', main.light),
  path('M116 207 Q134 206 148 196 L170 170 Q182 162 194 176 L208 188 Q176 222 128 216Z', second.light),
  stroke('M170 212 L190 188 M190 226 L212 202 M210 240 L232 216', accent.base, 7),
  stroke('M140 282 Q176 276 206 246', second.base, 12),
  path('M56 288 L348 288 Q352 324 326 324 L78 324 Q54 322 56 288Z', accent.pale),
  path('M57 306 L349 306 Q348 324 326 324 L78 324 Q58 323 57 306Z', accent.light),
]

const boot: Draw = ({ main, second }) => [
  path(
    'M122 92 L214 92 Q210 170 218 214 Q236 240 284 246 Q330 252 334 300 L112 300 Q104 190 122 92Z',
    main.base,
  ),
  path('M122 92 L146 92 Q130 190 146 300 L112 300 Q104 190 122 92Z', main.shade),
  path('M262 300 Q258 254 284 246 Q330 252 334 300Z', main.light),
  path('M152 104 L188 104 Q190 160 180 190 Q168 198 160 188 Q152 150 152 104Z', second.base),
  stroke('M218 214 Q206 228 188 230', main.line, 4),
  path('M118 80 L218 80 Q222 80 222 86 L220 104 L116 104 L114 86 Q114 80 118 80Z', second.base),
  path(
    'M104 296 L338 296 Q344 326 320 326 L204 326 L194 316 L182 326 L122 326 Q102 324 104 296Z',
    second.deep,
  ),
]

const loafer: Draw = ({ main, second }) => [
  path(
    'M66 300 Q58 244 74 206 Q80 196 92 202 Q128 224 176 206 Q200 196 222 212 Q248 232 290 240 Q340 250 344 300Z',
    main.base,
  ),
  path('M66 300 Q58 244 74 206 Q80 196 92 202 Q104 210 118 213 Q106 250 114 300Z', main.shade),
  path('M92 202 Q128 190 176 206 Q128 224 92 202Z', main.deep),
  path(
    'M212 206 Q220 208 228 216 Q254 236 292 242 Q326 250 336 278 Q290 252 232 262 Q206 240 212 206Z',
    main.light,
  ),
  stroke('M212 206 Q206 240 232 262 Q290 252 336 278', main.line, 3),
  path('M166 209 Q190 200 206 204 Q222 244 214 300 L176 300 Q188 250 166 209Z', second.base),
  box(182, 246, 26, 9, second.deep, 4),
  path('M60 296 L348 296 Q350 312 336 314 L138 314 L136 328 L70 328 Q58 318 60 296Z', second.deep),
]

const sandal: Draw = ({ main, second, accent }) => [
  path('M156 286 Q160 226 112 214 Q96 212 98 226 Q122 236 128 286Z', main.shade),
  path(
    'M184 292 Q196 214 246 210 Q270 214 286 236 Q316 252 318 284 L288 288 Q282 256 262 250 Q242 254 236 292Z',
    main.base,
  ),
  path('M184 292 Q196 214 246 210 Q216 236 212 292Z', main.shade),
  path('M92 286 Q92 214 112 208 Q132 206 196 250 L188 276 Q140 236 122 238 Q120 260 124 288Z', main.base),
  box(206, 228, 24, 27, accent.base, 5),
  box(144, 226, 22, 24, accent.base, 5),
  path('M66 280 Q140 296 220 286 Q300 272 342 280 Q354 298 334 312 L88 312 Q62 304 66 280Z', second.base),
  path('M66 280 Q140 296 220 286 Q300 272 342 280 L347 290 Q290 282 222 298 Q140 306 66 290Z', second.light),
  path('M68 304 L346 302 Q348 326 330 326 L86 326 Q68 324 68 304Z', second.deep),
]

const heel: Draw = ({ main, second }) => [
  path('M84 204 Q98 206 104 222 Q118 250 116 322 L100 322 Q100 262 78 232Z', main.shade),
  path(
    'M78 206 Q82 196 96 200 Q112 240 168 262 Q212 276 232 262 Q252 246 270 262 Q300 288 350 304 Q356 320 338 322 L270 322 Q226 322 180 290 Q136 262 104 258 Q80 244 78 206Z',
    main.base,
  ),
  path('M96 200 Q112 240 168 262 Q212 276 232 262 Q206 292 160 274 Q104 252 96 200Z', second.pale),
  path('M270 262 Q300 288 350 304 Q356 320 338 322 L312 322 Q276 300 270 262Z', main.light),
  stroke('M88 206 Q118 176 152 192 Q176 206 196 262', main.base, 8),
  disc(150, 192, 7, second.base),
  path(
    'M190 300 Q230 322 270 322 L338 322 Q350 322 351 312 Q356 328 338 329 L266 329 Q224 326 190 300Z',
    second.deep,
  ),
]

const slipper: Draw = ({ main, second }) => [
  path(
    'M64 296 Q66 278 92 280 L180 284 Q190 206 250 204 Q326 208 342 270 L342 300 Q330 310 310 310 L88 310 Q64 308 64 296Z',
    second.light,
  ),
  path('M172 300 Q176 206 250 202 Q330 206 344 272 L343 298Z', main.base),
  path('M172 300 Q176 206 250 202 Q208 222 206 300Z', main.shade),
  stroke('M172 296 Q178 208 248 202', second.base, 13),
  path('M60 296 L346 294 Q348 322 326 322 L86 322 Q58 320 60 296Z', second.deep),
]

/** Shoes, bags and umbrellas. */
export const bags: Shapes = {
  sneaker: pair(sneaker),
  boot: pair(boot, 40, -22),
  loafer: pair(loafer),
  sandal: pair(sandal),
  heel: pair(heel, 30, -34),
  slipper: pair(slipper),
  tote: ({ main, second }) => [
    ground(104),
    stroke('M152 160 Q150 66 200 64 Q250 66 248 160', second.shade, 10),
    path('M108 146 L292 146 L308 330 Q200 346 92 330Z', main.base),
    path('M108 146 L136 146 L122 335 L92 330Z', main.shade),
    path('M108 146 L292 146 L293 164 L107 164Z', main.light),
    stroke('M150 222 L150 160 Q150 88 200 86 Q250 88 250 160 L250 222', second.base, 11),
    stroke('M144 222 L156 222 M244 222 L256 222', second.deep, 5),
    stroke('M98 316 Q200 330 302 316', main.line, 3),
  ],
  backpack: ({ main, second, accent }) => [
    ground(98),
    stroke('M172 92 Q172 60 200 60 Q228 60 228 92', second.shade, 11),
    mirror(path('M272 150 Q304 160 306 230 L300 306 L276 306Z', second.shade)),
    path(
      'M118 330 L118 146 Q122 80 200 78 Q278 80 282 146 L282 330 Q276 344 260 344 L140 344 Q124 344 118 330Z',
      main.base,
    ),
    path('M118 330 L118 146 Q120 96 160 84 Q142 120 144 344 L140 344 Q124 344 118 330Z', main.shade),
    stroke('M136 172 Q200 150 264 172', main.line, 4),
    box(140, 222, 120, 98, main.light, 16),
    stroke('M146 246 L254 246', main.line, 4),
    path('M240 246 L248 246 L250 270 L238 270Z', accent.base),
    box(180, 110, 40, 24, second.base, 4),
  ],
  crossbody: ({ main, second, accent }) => [
    ground(108),
    stroke('M112 208 Q96 70 200 66 Q304 70 288 208', second.base, 8),
    path('M98 202 L302 202 L302 314 Q300 338 276 338 L124 338 Q100 338 98 314Z', main.base),
    path('M98 202 L126 202 L126 338 L124 338 Q100 338 98 314Z', main.shade),
    path('M94 190 L306 190 Q308 270 262 276 L138 276 Q92 270 94 190Z', main.light),
    stroke('M102 202 Q106 262 140 266 L260 266 Q294 262 298 202', main.line, 3),
    box(182, 258, 36, 32, accent.base, 6),
    mirror(disc(290, 206, 9, accent.shade)),
  ],
  wallet: ({ main, second, accent }) => [
    ground(118, 316),
    move(
      'rotate(-6 200 220)',
      box(96, 140, 208, 148, main.shade, 12),
      box(104, 128, 190, 40, second.pale, 6),
      box(112, 118, 174, 40, accent.base, 6),
    ),
    move(
      'rotate(-6 200 220)',
      path(
        'M92 160 Q92 148 104 148 L296 148 Q308 148 308 160 L308 296 Q308 308 296 308 L104 308 Q92 308 92 296Z',
        main.base,
      ),
    ),
    move(
      'rotate(-6 200 220)',
      path('M92 160 Q92 148 104 148 L128 148 L128 308 L104 308 Q92 308 92 296Z', main.shade),
      `<rect x="100" y="156" width="200" height="144" rx="8" fill="none" stroke="${main.line}" stroke-width="2.5" stroke-dasharray="7 6"/>`,
      box(262, 262, 26, 20, second.base, 3),
    ),
  ],
  umbrella: ({ main, second }) => [
    ground(80),
    stroke('M200 84 L200 306 Q200 336 224 336 Q246 334 244 312', second.base, 10),
    path(
      'M60 214 Q72 92 200 88 Q328 92 340 214 Q318 190 293 214 Q270 190 246 214 Q224 190 200 214 Q176 190 154 214 Q130 190 107 214 Q82 190 60 214Z',
      main.base,
    ),
    path('M60 214 Q72 92 200 88 Q116 116 107 214 Q82 190 60 214Z', main.shade),
    path('M200 88 Q256 130 246 214 Q224 190 200 214 Q176 190 154 214 Q144 130 200 88Z', main.light),
    stroke('M200 66 L200 88', second.base, 7),
  ],
  'gift-set': ({ main, second, accent }) => [
    ground(126, 338),
    box(88, 168, 224, 168, main.base, 6),
    box(88, 168, 44, 168, main.shade, 6),
    box(78, 142, 244, 46, main.light, 6),
    box(78, 178, 244, 10, main.shade, 4),
    box(184, 142, 32, 194, second.base),
    mirror(
      path('M200 142 Q224 82 262 92 Q290 108 262 132 Q236 144 200 142Z', second.base),
      path('M206 138 Q228 104 252 108 Q266 116 250 126 Q230 136 206 138Z', second.shade),
    ),
    mirror(path('M204 142 L240 176 L228 190 L200 152Z', second.light)),
    disc(200, 140, 14, accent.base),
  ],
  parcel: ({ main, second }) => [
    ground(118, 338),
    path('M86 160 L200 196 L200 338 L86 296Z', main.shade),
    path('M314 160 L200 196 L200 338 L314 296Z', main.base),
    path('M86 160 L200 122 L314 160 L200 196Z', main.light),
    path('M136 143 L158 136 L268 172 L268 312 L244 322 L244 182Z', second.base),
    repeat(2, 0, 16, stroke('M284 274 L300 268', main.line, 4)),
  ],
}
