// What was typed into the search field. It may be a person's number, so it is never in an address, and is gone
// when the page is left or loaded again.
import { ref } from 'vue'

export const sought = ref('')
