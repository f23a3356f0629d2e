FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY src src
COPY adapters adapters
RUN npm run build

FROM node:24-trixie-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The TypeScript loader is optional: the image runs what was compiled.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-trixie-slim
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Beleg" \
      org.opencontainers.image.description="Answers questions about the news with one short, exact answer and the source that says so" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="NONE" \
      org.opencontainers.image.base.name="docker.io/library/node:24-trixie-slim"
ENV NODE_ENV=production \
    STATE_DIR=/state
WORKDIR /app
COPY package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY data data
# For any user of group 0 as well: some platforms give out their own user ids.
RUN mkdir -m 0770 /state && chown 10001:0 /state
VOLUME /state
# A number, so that an orchestrator can see that it is not root. The files belong to root: the bot cannot change itself.
USER 10001:0
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 CMD ["node", "dist/adapters/healthcheck.js"]
CMD ["node", "dist/adapters/main.js"]
