import { createApp } from 'vue'
import './page.css'
import ReviewPage from './ReviewPage.vue'

// The address that was opened carries the token.
history.replaceState(null, '', '/review')
createApp(ReviewPage).mount('#app')
