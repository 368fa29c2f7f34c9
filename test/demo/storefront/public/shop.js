/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-return -- served as it is, like any small shop's script: no build, so no types */
// The demo shop's own script: gallery, sorting, and a cart that lives in this browser.
const language = document.body.dataset.language
const storageKey = `cart-${language}`
const find = (name, root = document) => root.querySelector(`[data-${name}]`)

const read = () => {
  try {
    const rows = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(rows) ? rows : []
  } catch {
    // Storage may be blocked or hold something else: an empty cart is the honest answer.
    return []
  }
}

const write = (rows) => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(rows))
  } catch {
    // A browser without storage simply forgets the cart.
  }
  showCount(rows)
}

const money = (amount) =>
  language === 'ko'
    ? `${amount.toLocaleString('ko-KR')}원`
    : amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' })

const showCount = (rows) => {
  const count = rows.reduce((sum, row) => sum + row.quantity, 0)
  const mark = find('cart-count')
  mark.textContent = String(count)
  mark.hidden = count === 0
}

const addToCart = ({ dataset }) => {
  const rows = read()
  const known = rows.find((row) => row.id === dataset.id)
  if (known) known.quantity += 1
  else rows.push({ ...dataset, price: Number(dataset.price), quantity: 1 })
  write(rows)
  find('added').hidden = false
}

const cartRow = (row, change) => {
  const item = find('cart-row').content.firstElementChild.cloneNode(true)
  for (const link of item.querySelectorAll('[data-link]')) link.href = row.link
  find('image', item).src = row.image
  find('title', item).textContent = row.title
  find('options', item).textContent = row.options
  find('quantity', item).textContent = String(row.quantity)
  find('sum', item).textContent = money(row.price * row.quantity)
  find('less', item).addEventListener('click', () => change(row.id, -1))
  find('more', item).addEventListener('click', () => change(row.id, 1))
  find('remove', item).addEventListener('click', () => change(row.id, -row.quantity))
  return item
}

const showCart = () => {
  const cart = find('cart')
  const rows = read()
  const change = (id, by) => {
    const changed = read().map((row) => (row.id === id ? { ...row, quantity: row.quantity + by } : row))
    write(changed.filter((row) => row.quantity > 0))
    showCart()
  }
  const subtotal = rows.reduce((sum, row) => sum + row.price * row.quantity, 0)
  const fee = subtotal >= Number(cart.dataset.freeFrom) ? 0 : Number(cart.dataset.fee)
  cart.hidden = rows.length === 0
  find('cart-empty').hidden = rows.length > 0
  find('cart-rows').replaceChildren(...rows.map((row) => cartRow(row, change)))
  find('cart-subtotal').textContent = money(subtotal)
  find('cart-delivery').textContent = fee === 0 ? cart.dataset.freeWord : money(fee)
  find('cart-total').textContent = money(subtotal + fee)
}

const showView = (link) => {
  find('gallery-main').src = link.href
  for (const other of document.querySelectorAll('[data-gallery-view]')) {
    if (other === link) other.setAttribute('aria-current', 'true')
    else other.removeAttribute('aria-current')
  }
}

document.addEventListener('click', (event) => {
  const view = event.target.closest('[data-gallery-view]')
  if (view && !event.metaKey && !event.ctrlKey) {
    event.preventDefault()
    showView(view)
  }
  const add = event.target.closest('[data-add-to-cart]')
  if (add) addToCart(add)
  if (event.target.closest('[data-checkout]')) find('checkout-note').hidden = false
})

document.addEventListener('change', (event) => event.target.closest('[data-submit-on-change]')?.submit())

showCount(read())
if (find('cart')) showCart()
