FROM node:24-slim AS install
# hnswlib-node is compiled when it's installed.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
# The lock tells which packages a snapshot was made with.
COPY package.json package-lock.json LICENSE ./
COPY --from=install /app/node_modules node_modules
COPY knowledge knowledge
COPY scripts scripts
COPY src src
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1))"]
# Not through npm, which keeps signals from its script.
CMD ["node", "src/main.ts"]
