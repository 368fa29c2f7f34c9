import { render } from 'preact'
import { App } from './app.tsx'
import { startPreferences } from './preferences.ts'
import { createRouter } from './router.ts'
import { createSession } from './session.ts'

startPreferences()
const session = createSession({ store: () => sessionStorage })
const router = createRouter(window)
const root = document.getElementById('desk')
if (root) render(<App session={session} router={router} />, root)
void session.resume()
