# syntax=docker/dockerfile:1
#
# One image a process: docker build --target intake|relay|projector|query|standalone --tag streakline-<target> .
# Compiled while the image is built: what runs holds no development packages and is not root. Of our sources it holds
# what the source maps do. query and standalone alone hold the dashboard, and the compiler: it loads the strategies of
# STREAKLINE_STRATEGIES.

FROM node:20-bookworm-slim AS base
WORKDIR /app
ENV NODE_ENV=production

FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY .swcrc ./
COPY bin bin
COPY apps apps
COPY libs libs
COPY examples examples
RUN node bin/build.js && mkdir built && cp -r dist/current/. built

# The dashboard is built by development packages, and is files alone afterwards. None of them needs its scripts.
FROM base AS dashboard
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY bin bin
COPY apps/dashboard apps/dashboard
COPY libs libs
RUN node bin/build-dashboard.js && mv dist/dashboard/* built

# Without the PostgreSQL that the packages bring (these processes use one that runs elsewhere), and without the compiler.
# No package here needs its scripts; the compiler's would look for its missing binary.
FROM base AS packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && rm -rf node_modules/@swc

# With both: their scripts ran where they were installed.
FROM build AS packages-with-postgres

FROM base AS process
COPY package.json ./
COPY bin/health.js bin/health.js
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/built ./
# A loopback address would be the container's own. Intake, query and standalone refuse this one unless there is an API key,
# or STREAKLINE_TRUST_NETWORK=true.
ENV STREAKLINE_HOST=0.0.0.0
USER node
# Whether it lives, and no more: one that waits for Kafka or PostgreSQL must not be restarted for it.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 CMD ["node", "bin/health.js", "live"]

FROM process AS intake
ENV STREAKLINE_PORT=8080
EXPOSE 8080
CMD ["node", "--enable-source-maps", "apps/intake/src/main.js"]

FROM process AS query
COPY --from=build /app/node_modules/@swc node_modules/@swc
COPY --from=dashboard /app/built dashboard
ENV STREAKLINE_PORT=8081 STREAKLINE_DASHBOARD=/app/dashboard
EXPOSE 8081
CMD ["node", "--enable-source-maps", "apps/query/src/main.js"]

FROM process AS relay
ENV STREAKLINE_PORT=8082
EXPOSE 8082
CMD ["node", "--enable-source-maps", "apps/relay/src/main.js"]

FROM process AS projector
ENV STREAKLINE_PORT=8083
EXPOSE 8083
CMD ["node", "--enable-source-maps", "apps/projector/src/main.js"]

# Everything in one process, with a PostgreSQL of its own in the volume. Run it with --init: it starts other processes.
FROM process AS standalone
COPY --from=packages-with-postgres /app/node_modules node_modules
COPY --from=dashboard /app/built dashboard
USER root
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
ENV STREAKLINE_DATA_DIR=/data/streakline STREAKLINE_PORT=8080 STREAKLINE_DASHBOARD=/app/dashboard
EXPOSE 8080
CMD ["node", "--enable-source-maps", "apps/standalone/src/main.js"]
