import './embed/embed.css';
import 'virtual:palette.css';

import { runEmbed } from './embed/run-embed';

runEmbed(window);
