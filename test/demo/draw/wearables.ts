import { CHARCOAL, disc, ground, mirror, move, path, repeat, stroke, box, oval } from './primitives.ts'
import type { Shapes } from './primitives.ts'

const LONG_SLEEVED =
  'M199 104 L228 88 Q266 96 284 122 Q312 188 328 270 Q314 280 296 282 L264 190 L267 330 Q232 336 199 336Z'
const LEGS = 'M199 92 L258 92 Q278 200 290 336 Q260 344 228 341 L206 196 L199 196Z'

/** Clothes and what is worn with them, laid flat. */
export const wearables: Shapes = {
  dress: ({ main, second }) => [
    ground(92),
    mirror(path('M199 134 L218 84 Q230 78 243 84 Q238 122 252 150 Q248 178 236 198 L199 198Z', main.base)),
    mirror(path('M199 196 L236 196 Q276 262 292 332 Q248 348 199 348Z', main.base)),
    path('M200 200 L164 198 Q124 262 108 332 Q128 340 152 344 Q158 262 200 200Z', main.shade),
    path('M157 84 Q169 78 182 84 L238 190 L222 196 Q166 130 157 84Z', main.light),
    stroke('M214 214 Q236 272 242 338', main.line, 3),
    stroke('M199 222 Q204 282 202 342', main.line, 3),
    path('M163 190 Q200 200 237 190 L238 204 Q200 214 162 204Z', second.base),
    path('M232 196 Q262 200 256 256 L246 250 L240 258 Q244 220 226 204Z', second.shade),
  ],
  shirt: ({ main, second }) => [
    ground(84),
    mirror(path(LONG_SLEEVED, main.base)),
    path('M136 190 L133 330 Q146 333 158 334 L152 160Z', main.shade),
    mirror(
      stroke('M264 190 L258 158', main.line, 3),
      path('M328 270 Q314 280 296 282 L291 266 Q310 264 323 254Z', main.light),
    ),
    path('M192 118 L208 118 L208 336 L192 336Z', main.light),
    mirror(
      path('M200 124 L222 80 L236 92 L226 138Z', main.light),
      stroke('M200 124 L226 138 L236 92', main.line, 3),
    ),
    path('M178 84 Q200 96 222 84 L200 122Z', main.deep),
    repeat(5, 0, 42, disc(200, 146, 4, second.base)),
    path('M226 168 L252 168 L252 198 L239 206 L226 198Z', main.shade),
  ],
  tshirt: ({ main, second }) => [
    ground(80),
    mirror(
      path(
        'M199 112 Q226 110 236 90 Q272 96 294 118 L332 184 Q312 202 290 206 L268 176 L271 328 Q236 334 199 334Z',
        main.base,
      ),
      stroke('M268 176 L264 152', main.line, 3),
      stroke('M324 180 Q308 192 288 197', main.line, 2.5),
    ),
    path('M132 176 L129 328 Q144 331 156 332 Q150 240 140 150Z', main.shade),
    path('M164 90 Q200 104 236 90 Q226 116 200 117 Q174 116 164 90Z', main.deep),
    stroke('M164 90 Q174 117 200 118 Q226 117 236 90', main.light, 8),
    box(218, 168, 34, 30, second.base, 3),
  ],
  knit: ({ main, second }) => [
    ground(90),
    mirror(
      path(
        'M199 112 L230 94 Q270 98 290 130 Q322 196 334 286 Q318 298 298 298 L268 202 L272 320 L199 320Z',
        main.base,
      ),
      path('M334 286 Q318 298 298 298 L301 318 Q322 318 337 306Z', main.shade),
      stroke('M268 202 L262 160', main.line, 3),
    ),
    path('M128 318 L272 318 L269 342 Q200 350 131 342Z', main.shade),
    repeat(11, 12.4, 0, stroke('M138 322 L138 340', main.line, 2)),
    repeat(
      5,
      0,
      34,
      stroke(
        'M172 150 Q186 162 172 176 M228 150 Q214 162 228 176 M200 146 Q212 160 200 174 Q188 160 200 146',
        main.line,
        3.5,
      ),
    ),
    path('M168 94 Q200 108 232 94 Q226 124 200 126 Q174 124 168 94Z', main.deep),
    stroke('M168 95 Q176 125 200 126 Q224 125 232 95', second.base, 11),
  ],
  jacket: ({ main, second }) => [
    ground(90),
    mirror(
      path(
        'M199 106 L234 92 Q276 100 294 132 Q322 196 332 282 Q316 294 294 292 L270 210 Q278 270 268 326 Q234 336 199 336Z',
        main.base,
      ),
      stroke(
        'M262 176 Q230 186 204 184 M270 222 Q236 232 204 230 M272 268 Q238 278 204 276 M304 180 Q290 190 276 190 M318 226 Q300 236 284 236',
        main.line,
        3,
      ),
      path('M268 312 Q234 322 199 322 L199 338 Q234 338 266 330Z', main.shade),
    ),
    mirror(path('M200 128 L218 78 Q232 78 242 92 L224 134Z', main.shade)),
    stroke('M200 126 L200 332', second.base, 5),
    box(195, 136, 10, 20, second.shade, 4),
  ],
  coat: ({ main, second }) => [
    ground(96, 354),
    mirror(
      path(
        'M199 90 L230 70 Q268 78 284 108 Q312 184 322 262 Q308 274 288 272 L262 178 L284 348 Q240 356 199 356Z',
        main.base,
      ),
    ),
    path('M138 178 L116 348 Q138 352 160 354 L158 160Z', main.shade),
    stroke('M262 178 L257 148', main.line, 3),
    stroke('M138 178 L143 148', main.line, 3),
    path('M186 176 L214 176 L220 355 L186 356Z', main.light),
    stroke('M186 176 L186 355', main.line, 3),
    mirror(
      path('M200 178 L222 66 L240 76 L252 120 L232 128 L238 140Z', main.light),
      stroke('M200 178 L238 140 L232 128 L252 120', main.line, 3),
    ),
    path('M178 66 Q200 80 222 66 L200 176Z', second.shade),
    disc(204, 206, 6, second.deep),
    disc(204, 250, 6, second.deep),
    mirror(path('M232 246 L262 238 L264 252 L234 260Z', main.shade)),
  ],
  trousers: ({ main, second }) => [
    ground(84),
    mirror(path(LEGS, main.base)),
    path('M142 92 Q122 200 110 336 Q124 340 138 341 Q146 210 164 116Z', main.shade),
    stroke('M230 122 Q248 220 260 336', main.line, 3),
    stroke('M170 122 Q152 220 140 336', main.line, 3),
    stroke('M258 114 Q248 132 236 136', main.line, 3),
    stroke('M200 112 L200 180', main.line, 3),
    path('M141 84 L259 84 L261 108 Q200 114 139 108Z', main.light),
    disc(207, 98, 5, second.base),
    repeat(2, 76, 0, box(158, 82, 8, 30, main.shade, 2)),
  ],
  jeans: ({ main, second }) => [
    ground(84),
    mirror(path(LEGS, main.base), path('M232 150 Q252 230 256 330 Q266 260 246 150Z', main.light)),
    path('M142 92 Q122 200 110 336 L126 340 Q138 210 158 116Z', main.shade),
    mirror(
      stroke('M258 118 Q236 140 214 112', second.light, 3),
      stroke('M288 325 Q258 333 228 330', second.light, 2.5),
    ),
    stroke('M200 112 L200 186', second.light, 2.5),
    stroke('M200 170 Q214 166 214 112', second.light, 2.5),
    path('M141 84 L259 84 L261 108 Q200 114 139 108Z', main.shade),
    disc(200, 98, 6, second.base),
    repeat(2, 76, 0, box(158, 82, 8, 30, main.deep, 2)),
  ],
  skirt: ({ main, second }) => [
    ground(110),
    path('M158 96 L242 96 Q296 220 312 324 Q200 356 88 324 Q104 220 158 96Z', main.base),
    path('M158 96 Q104 220 88 324 Q108 331 130 336 Q140 210 176 104Z', main.shade),
    path('M206 104 Q244 210 252 338 Q270 336 284 332 Q266 210 224 104Z', main.light),
    stroke('M190 110 Q176 220 176 340 M204 110 Q212 220 216 340', main.line, 3),
    path('M156 82 Q200 92 244 82 L245 104 Q200 114 155 104Z', second.base),
  ],
  shorts: ({ main, second }) => [
    ground(94, 318),
    mirror(path('M199 118 L266 118 Q286 200 298 290 Q262 304 222 300 L203 216 L199 216Z', main.base)),
    path('M134 118 Q114 200 102 290 Q120 297 140 300 Q142 200 160 140Z', main.shade),
    mirror(
      stroke('M260 140 Q254 168 234 178', main.line, 3),
      stroke('M296 280 Q262 293 223 290', main.light, 3),
    ),
    path('M133 104 Q200 116 267 104 L268 130 Q200 142 132 130Z', main.light),
    stroke('M196 126 Q178 160 182 182 M204 126 Q222 158 216 186', second.base, 5),
  ],
  pyjamas: ({ main, second }) => [
    ground(112),
    move(
      'translate(66 60) scale(.84)',
      mirror(path(LEGS, main.shade)),
      stroke('M230 122 Q248 220 260 336 M170 122 Q152 220 140 336', main.line, 3),
    ),
    move(
      'translate(-38 -2) scale(.95)',
      mirror(
        path(
          'M199 104 L228 88 Q266 96 284 122 Q312 176 326 236 Q312 248 290 250 L264 190 L267 308 Q232 314 199 314Z',
          main.base,
        ),
      ),
      mirror(
        stroke('M325 238 Q312 248 291 250', second.base, 6),
        stroke('M266 308 Q232 314 199 314', second.base, 6),
      ),
      mirror(
        path('M200 158 L222 84 Q244 90 250 112 L234 120 Q226 146 200 164Z', main.light),
        stroke('M200 162 Q228 146 236 120 L250 112', second.base, 5),
      ),
      path('M178 84 Q200 96 222 84 L200 158Z', main.deep),
      repeat(4, 0, 36, disc(200, 186, 5, second.base)),
      path('M222 200 L252 200 L252 234 L222 234Z', main.shade),
      stroke('M222 201 L252 201', second.base, 5),
    ),
  ],
  socks: ({ main, second }) => {
    const sock = [
      path(
        'M128 92 L198 92 L200 220 Q204 240 230 252 L282 278 Q304 292 294 312 Q284 330 256 328 L168 306 Q124 292 126 246Z',
        main.base,
      ),
      path('M230 252 L282 278 Q304 292 294 312 Q284 330 256 328 L232 322 Q254 300 246 260Z', second.base),
      path('M127 214 Q122 292 168 306 Q176 270 127 214Z', second.base),
      path('M124 84 L202 84 L202 116 L124 116Z', second.base),
      repeat(7, 11, 0, stroke('M130 88 L130 112', second.line, 2.5)),
      stroke('M130 140 L198 140 M130 158 L198 158', main.line, 4),
    ]
    return [ground(120), move('translate(56 -6)', ...sock), move('translate(-30 14)', ...sock)]
  },
  hat: ({ main, second }) => [
    ground(140, 292),
    oval(200, 262, 148, 34, main.shade),
    oval(200, 254, 148, 32, main.base),
    path('M124 252 Q126 132 200 130 Q274 132 276 252 Q200 276 124 252Z', main.light),
    path('M124 252 Q126 150 172 134 Q150 190 158 262 Q140 259 124 252Z', main.base),
    path('M124 226 Q200 254 276 226 L277 254 Q200 280 123 254Z', second.base),
    stroke('M184 148 Q200 160 218 148', main.line, 3),
  ],
  cap: ({ main, second }) => [
    ground(132, 290),
    path('M92 242 Q88 138 186 134 Q274 136 276 242 Q186 262 92 242Z', main.base),
    path('M92 242 Q88 150 150 140 Q118 190 126 250Z', main.shade),
    stroke('M186 134 Q160 190 164 252 M186 134 Q220 180 224 250', main.line, 3),
    path('M180 246 Q236 252 276 232 Q344 240 348 266 Q270 258 200 276 Q176 268 180 246Z', second.base),
    path('M200 276 Q270 258 348 266 Q340 278 318 276 Q264 270 212 286Z', second.shade),
    disc(186, 134, 8, second.base),
  ],
  scarf: ({ main, second, accent }) => [
    ground(96),
    path('M222 160 L270 150 Q290 240 286 306 L226 312 Q234 240 214 190Z', main.shade),
    path('M150 168 L206 174 Q200 250 204 326 L138 326 Q132 240 150 168Z', main.base),
    path('M120 128 Q124 82 200 80 Q280 82 284 130 Q284 190 202 194 Q118 190 120 128Z', main.base),
    oval(201, 122, 52, 22, main.deep),
    path('M120 132 Q150 182 216 172 Q262 164 282 116 Q290 190 202 194 Q122 190 120 132Z', main.light),
    stroke('M140 216 L204 218 M138 242 L203 244', second.base, 9),
    stroke('M138 296 L203 298', accent.base, 7),
    stroke('M226 222 L282 214 M230 248 L285 240', second.shade, 9),
    repeat(7, 10, 0, stroke('M142 326 L142 346', main.base, 5)),
    repeat(6, 10.6, 0, stroke('M230 310 L231 328', main.shade, 5)),
  ],
  gloves: ({ main, second }) => {
    const glove = [
      path(
        'M150 300 L150 226 Q112 204 114 170 Q118 158 130 166 L154 190 L150 118 Q152 104 162 106 Q172 106 174 118 L178 168 L178 102 Q182 90 192 92 Q202 94 202 106 L204 168 L212 110 Q218 98 228 102 Q236 106 234 120 L230 172 L242 134 Q250 124 258 130 Q264 136 260 150 L246 222 L240 300Z',
        main.base,
      ),
      stroke('M176 190 L178 224 M204 190 L204 226 M228 194 L226 224', main.line, 3),
      path('M146 288 L244 288 L244 332 Q196 340 146 332Z', second.base),
      repeat(8, 12, 0, stroke('M154 296 L154 328', second.line, 2.5)),
    ]
    return [
      ground(110),
      move('translate(60 -6) rotate(8 200 200)', ...glove),
      move('translate(348 6) scale(-1 1) rotate(6 200 200)', ...glove),
    ]
  },
  belt: ({ main, second }) => [
    ground(130, 310),
    oval(204, 220, 128, 74, main.deep),
    oval(204, 236, 128, 74, main.base),
    oval(204, 220, 106, 56, main.deep),
    path('M98 220 A106 56 0 0 1 310 220 L310 236 A106 54 0 0 0 98 236Z', main.shade),
    path('M96 262 Q150 318 244 304 L244 336 Q136 344 84 270Z', main.light),
    path('M232 298 L262 296 L262 342 L232 344Z', second.base),
    box(240, 308, 30, 22, main.base, 3),
    stroke('M236 319 L258 319', second.shade, 5),
    repeat(4, -20, -4, disc(208, 322, 3.5, main.deep)),
  ],
  watch: ({ main, second, accent }) => [
    ground(64),
    path('M162 130 L170 60 Q200 52 230 60 L238 130Z', main.base),
    path('M162 270 L170 340 Q200 348 230 340 L238 270Z', main.shade),
    disc(200, 200, 84, second.shade),
    disc(200, 200, 76, second.base),
    disc(200, 200, 62, accent.pale),
    box(282, 190, 14, 20, second.shade, 4),
    stroke('M200 146 L200 154 M200 246 L200 254 M146 200 L154 200 M246 200 L254 200', CHARCOAL, 4),
    stroke('M200 200 L200 164', CHARCOAL, 6),
    stroke('M200 200 L228 214', CHARCOAL, 5),
    disc(200, 200, 5, accent.deep),
  ],
  ring: ({ main, second, backdrop }) => [
    ground(86),
    oval(200, 250, 88, 90, main.shade),
    oval(200, 246, 88, 90, main.base),
    path('M118 226 Q128 166 200 158 Q150 180 134 240Z', main.light),
    oval(200, 250, 68, 70, main.deep),
    oval(200, 253, 68, 69, backdrop),
    path('M172 160 L228 160 L216 172 L184 172Z', main.shade),
    path('M156 112 L178 86 L222 86 L244 112 L200 164Z', second.base),
    path('M156 112 L244 112 L200 164Z', second.shade),
    path('M182 112 L200 86 L218 112 L200 164Z', second.light),
  ],
  necklace: ({ main, second }) => [
    ground(70),
    stroke('M112 72 Q104 240 200 258 Q296 240 288 72', main.base, 6),
    disc(200, 262, 10, main.shade),
    path('M200 262 Q236 300 200 334 Q164 300 200 262Z', second.base),
    path('M200 262 Q164 300 200 334Z', second.light),
    mirror(disc(222, 254, 6, main.light), disc(244, 242, 6, main.light)),
  ],
  earrings: ({ main, second }) => [
    ground(96),
    mirror(
      stroke('M262 108 Q262 82 276 82 Q292 84 284 110', main.line, 5),
      disc(264, 128, 15, main.base),
      path('M264 150 Q308 232 264 302 Q220 232 264 150Z', second.base),
      path('M264 150 Q220 232 264 302Z', second.light),
      disc(264, 316, 8, main.base),
    ),
  ],
  sunglasses: ({ main, second }) => [
    ground(140, 284),
    mirror(stroke('M330 172 Q346 152 322 132', main.shade, 10)),
    stroke('M184 190 Q200 176 216 190', main.base, 12),
    mirror(
      path('M212 168 Q272 152 336 168 Q340 264 276 264 Q214 262 212 168Z', main.base),
      path('M226 180 Q272 168 322 180 Q322 250 276 250 Q230 248 226 180Z', second.base),
      path('M240 180 Q262 174 282 174 L246 238 Q230 224 228 186Z', second.light),
    ),
  ],
}
