const shapes = {
  catalogue: 'M4 7.5 12 4l8 3.5v9L12 20l-8-3.5zM4 7.5l8 3.5 8-3.5M12 11v9',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  tuning: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M15 5v4M9 10v4M15 15v4',
  words: 'M4 6h10M4 11h7M4 16h9m15 19 3-8 3 8M16 16h4',
  install: 'm8.5 7-5 5 5 5M15.5 7l5 5-5 5',
  cross: 'M6 6l12 12M18 6 6 18',
  up: 'm6 14 6-6 6 6',
  down: 'm6 10 6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  pin: 'M9 4h6l-1 6 3 3v1H7v-1l3-3zM12 14v6',
  file: 'M13 4H6v16h12V9zM13 4v5h5',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  alert: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4l3 2',
} as const

export type IconShape = keyof typeof shapes

/** A line drawing beside words or under a label: never a name of its own. */
export const Icon = ({ shape }: { shape: IconShape }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[shape]} />
  </svg>
)
