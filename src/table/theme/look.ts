/** The look of the desk in one import: fonts, tokens, base rules. Whoever mounts a screen imports it once. */
import './tokens.css';
import './base.css';
import './sides.css';
import './forced-colors.css';
