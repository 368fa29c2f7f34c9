export interface Words {
  readonly tagline: string
  readonly announcement: string
  readonly skip: string
  readonly menu: string
  readonly searchLabel: string
  readonly searchPlaceholder: string
  readonly searchButton: string
  readonly cart: string
  readonly heroTitle: readonly string[]
  readonly heroText: string
  readonly heroLink: string
  readonly departmentsTitle: string
  readonly newTitle: string
  readonly newText: string
  readonly askTitle: string
  readonly askText: string
  readonly lovedTitle: string
  readonly all: string
  readonly home: string
  readonly count: (n: number) => string
  readonly sortLabel: string
  readonly sorts: Readonly<Record<'featured' | 'newest' | 'price_asc' | 'price_desc' | 'rating', string>>
  readonly apply: string
  readonly pages: string
  readonly previous: string
  readonly next: string
  readonly soldOut: string
  readonly preorder: string
  readonly sale: string
  readonly fresh: string
  readonly regularPrice: string
  readonly from: (price: string) => string
  readonly stars: (value: string) => string
  readonly starsWithCount: (value: string, n: number) => string
  readonly views: string
  readonly closeUp: (title: string) => string
  readonly addToCart: string
  readonly added: string
  readonly viewCart: string
  readonly ask: string
  readonly deliveryNote: string
  readonly returnsNote: string
  readonly details: string
  readonly brand: string
  readonly material: string
  readonly color: string
  readonly reviews: string
  readonly related: string
  readonly cartTitle: string
  readonly cartEmpty: string
  readonly cartBrowse: string
  readonly cartNoScript: string
  readonly quantity: string
  readonly less: string
  readonly more: string
  readonly remove: string
  readonly subtotal: string
  readonly delivery: string
  readonly free: string
  readonly total: string
  readonly checkout: string
  readonly checkoutNote: string
  readonly searchTitle: (query: string) => string
  readonly searchNone: string
  readonly searchEmpty: string
  readonly notFoundTitle: string
  readonly notFoundText: string
  readonly helpTitle: string
  readonly help: readonly (readonly [question: string, answer: string])[]
  readonly footer: string
  readonly demoNote: string
  readonly otherShop: string
  readonly departmentIntro: Readonly<Record<string, string>>
}

export const en: Words = {
  tagline: 'Everyday things, chosen slowly',
  announcement: 'Free delivery on orders over $60 · Thirty days to change your mind',
  skip: 'Skip to content',
  menu: 'Departments',
  searchLabel: 'Search the shop',
  searchPlaceholder: 'Search the shop',
  searchButton: 'Search',
  cart: 'Cart',
  heroTitle: ['Good company', 'for ordinary days'],
  heroText:
    'Lamps for reading past midnight, coats that shrug off harbor rain, bowls that want soup. One hundred and twenty-eight things we would buy again.',
  heroLink: 'See what is new',
  departmentsTitle: 'Wander by room',
  newTitle: 'Just unpacked',
  newText: 'The latest arrivals from our makers.',
  askTitle: 'Not sure what it is called?',
  askText: 'Say what you need it for. For instance:',
  lovedTitle: 'What people keep coming back for',
  all: 'All',
  home: 'Home',
  count: (n) => (n === 1 ? '1 item' : `${n} items`),
  sortLabel: 'Sort by',
  sorts: {
    featured: 'Featured',
    newest: 'Newest',
    price_asc: 'Price, low to high',
    price_desc: 'Price, high to low',
    rating: 'Best rated',
  },
  apply: 'Apply',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  soldOut: 'Sold out',
  preorder: 'Pre-order',
  sale: 'Sale',
  fresh: 'New',
  regularPrice: 'Regular price',
  from: (price) => `from ${price}`,
  stars: (value) => `${value} out of 5 stars`,
  starsWithCount: (value, n) => `${value} out of 5 stars, ${n} reviews`,
  views: 'Pictures',
  closeUp: (title) => `${title}, close up`,
  addToCart: 'Add to cart',
  added: 'Added to your cart.',
  viewCart: 'View cart',
  ask: 'Made to order: write to hello@harbourandpine.example and we will quote you within a day.',
  deliveryNote: 'Leaves our warehouse in 1–2 working days',
  returnsNote: 'Returns within 30 days, no questions',
  details: 'The details',
  brand: 'Made by',
  material: 'Material',
  color: 'Color',
  reviews: 'Reviews',
  related: 'From the same shelf',
  cartTitle: 'Your cart',
  cartEmpty: 'Nothing in here yet.',
  cartBrowse: 'Have a look around',
  cartNoScript: 'The cart of this demo shop lives in your browser and needs JavaScript.',
  quantity: 'Quantity',
  less: 'One fewer',
  more: 'One more',
  remove: 'Remove',
  subtotal: 'Subtotal',
  delivery: 'Delivery',
  free: 'Free',
  total: 'Total',
  checkout: 'Check out',
  checkoutNote: 'This is a demo shop: nothing is charged and nothing is sent.',
  searchTitle: (query) => `Titles with “${query}”`,
  searchNone: 'No title holds these words. Try a single word, such as lamp or coat.',
  searchEmpty: 'Type a word that stands in a title.',
  notFoundTitle: 'This page has moved on',
  notFoundText: 'The thing you were looking for is no longer on this shelf.',
  helpTitle: 'Delivery and returns',
  help: [
    [
      'When will my order arrive?',
      'Orders placed before noon leave the same working day. Most parcels take two to four working days within the country; furniture is booked with you by phone.',
    ],
    ['What does delivery cost?', 'Delivery is $5.95, and free once the things in your cart come to $60.'],
    [
      'Can I send something back?',
      'Yes, for thirty days, as long as it has not been worn outside, washed or opened (food and cosmetics). Print the label in the parcel and drop it at any post office.',
    ],
    [
      'Do you wrap gifts?',
      'Every order can be wrapped in brown paper with a handwritten card, at no charge. Leave a note when you check out.',
    ],
  ],
  footer: 'Harbour & Pine is a small general store by the water.',
  demoNote: 'A demonstration shop. The goods, makers and reviews are invented.',
  otherShop: '한국어 상점 온담',
  departmentIntro: {
    clothing: 'Clothes for real weather and long days, cut to be worn often.',
    'shoes-bags': 'What carries you, and what carries everything else.',
    beauty: 'A short shelf of creams, scents and soaps that do one thing well.',
    home: 'Light, linen and furniture for rooms that are lived in.',
    kitchen: 'Tools that earn their drawer, and tableware that forgives.',
    food: 'Pantry things worth wrapping, and a few worth hiding.',
    'tech-outdoor': 'Quiet machines for the desk; sturdy ones for the hill.',
    'kids-pets': 'For the smallest members of the house, two-legged and four.',
  },
}
