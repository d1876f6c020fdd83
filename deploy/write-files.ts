import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import { ConfigSchema, originsOf } from '../src/contract/config';
import { caddyfile, nginxConf } from './server-files';

/** `npm run deploy:files [-- <config.json>]`: writes the files for nginx and Caddy beside this one. */
const file = process.argv[2] ?? 'public/config.json';
const config = v.parse(ConfigSchema, JSON.parse(readFileSync(file, 'utf8')));
const site = { origins: originsOf(config.baseMap), plans: [] };
writeFileSync(join(import.meta.dirname, 'nginx.conf'), nginxConf(site));
writeFileSync(join(import.meta.dirname, 'Caddyfile'), caddyfile(site));
