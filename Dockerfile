FROM node:20-bookworm-slim AS build
WORKDIR /counterpoint
COPY . .
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile \
 && node_modules/.bin/tsc -b apps/api \
 && npx --yes pnpm@12.21.0 --filter @counterpoint/web build \
 && npx --yes pnpm@12.21.0 --filter @counterpoint/api deploy --prod --legacy /deploy

FROM node:20-bookworm-slim
ENV NODE_ENV=production PORT=4000 WEB_DIST=/counterpoint/web
WORKDIR /counterpoint/api
COPY --from=build /deploy .
COPY --from=build /counterpoint/apps/web/dist /counterpoint/web
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--enable-source-maps", "dist/main.js"]
