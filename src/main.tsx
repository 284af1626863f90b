import '@patternfly/react-core/dist/styles/base.css'
import './i18n/fonts.css'
import './ui/controls.css'
import { start } from './app/start.tsx'

const root = document.getElementById('root')
if (root) void start(root)
